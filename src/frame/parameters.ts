/**
 * What the address of the frame page asks for. Anybody can write such an address and send it to a
 * reader: it names files of this site only, or the page would show anybody's text under our name.
 */

import { FRAME_ELEMENTS } from './elements.js';

/** What stands in the address and cannot be followed. */
export type ParameterProblem = 'src-missing' | 'src-elsewhere' | 'endpoint-elsewhere' | 'unsound';

export interface FrameParameters {
  element: string;
  /** Attributes for the element, checked. */
  attributes: Record<string, string>;
  /** Where a confirmation goes: given to the element once the page around is known. */
  endpoint: string | undefined;
}

const PLAIN: Record<string, RegExp> = {
  lang: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i,
  audience: /^[\w -]{1,500}$/,
  hide: /^[a-z ]{1,200}$/,
  section: /^[\w-]{1,200}$/,
  sections: /^[\w -]{1,2000}$/,
  'known-version': /^[\w.+-]{1,100}$/,
  'heading-level': /^[1-6]$/,
  reading: /^(core|all)$/,
  presenter: /^(1|true|presenter)$/,
  every: /^(day|week)$/,
  kinds: /^[a-z ]{1,100}$/,
};
/** Addresses, which lead to this site. */
const ADDRESSES = ['src', 'href'] as const;

/** What an author may say of an element; where a confirmation goes is not for authors to say. */
export const AUTHOR_ATTRIBUTES: readonly string[] = [...ADDRESSES, ...Object.keys(PLAIN)];

/** The address of a file of this site, or nothing. */
function onThisSite(text: string, page: URL): string | undefined {
  if (!URL.canParse(text, page.href)) return undefined;
  const address = new URL(text, page.href);
  const named = address.username !== '' || address.password !== '';
  return address.origin === page.origin && /^https?:$/.test(address.protocol) && !named
    ? address.href
    : undefined;
}

/** Reads the address of the page; throws a `ParameterProblem` where it cannot be followed. */
export function readParameters(page: URL): FrameParameters {
  const given = page.searchParams;
  const attributes: Record<string, string> = {};
  if (!given.get('src')) throw problem('src-missing');
  for (const name of ADDRESSES) {
    const value = given.get(name);
    if (value) attributes[name] = onThisSite(value, page) ?? raise('src-elsewhere');
  }
  for (const [name, sound] of Object.entries(PLAIN)) {
    const value = given.get(name);
    if (value === null || value === '') continue;
    if (!sound.test(value)) throw problem('unsound', name);
    attributes[name] = value;
  }
  const element = given.get('element') ?? 'policy-viewer';
  if (!FRAME_ELEMENTS.has(element)) throw problem('unsound', 'element');
  const endpoint = given.get('endpoint') ?? undefined;
  return {
    element,
    attributes,
    endpoint: endpoint && (onThisSite(endpoint, page) ?? raise('endpoint-elsewhere')),
  };
}

export class ParameterError extends Error {
  constructor(
    readonly code: ParameterProblem,
    /** Which parameter, where it is not in the code. */
    readonly parameter = '',
  ) {
    super(code);
  }
}

const problem = (code: ParameterProblem, parameter?: string) => new ParameterError(code, parameter);
const raise = (code: ParameterProblem): never => {
  throw problem(code);
};
