/**
 * What the stories share. They are the tests' fixtures as well: `meta.render(args)` works without
 * Storybook, so nothing here may need it.
 */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { AcknowledgementRecord, Act } from '../src/index.js';
import { POLICY_NAMES, policyNamed, type PolicyName } from './policies.js';

export { address } from './service.js';

/** What every element takes. */
export interface ElementArgs {
  /** One of the stories' policies by name, or any other as an object. */
  policy?: PolicyName | object;
  src?: string;
  lang?: string;
  audience?: string;
  headingLevel?: number;
  /** What stands between the tags. */
  fallback?: string;
  /** Width of what holds the element, in pixels. */
  width?: number;
}

export interface SectionArgs extends ElementArgs {
  section?: string;
  /** Of `policy-quiz`. */
  presenter?: boolean;
}

export interface SendArgs extends ElementArgs {
  endpoint?: string;
  subject?: string;
  send?: (record: AcknowledgementRecord) => Promise<unknown>;
}

export const policyOf = ({ policy }: ElementArgs): object | undefined =>
  typeof policy === 'string' ? policyNamed(policy) : policy;

export const fallbackOf = ({ fallback }: ElementArgs): TemplateResult | typeof nothing =>
  fallback ? html`<a href="https://intranet.example/policy.pdf">${fallback}</a>` : nothing;

/** An element in a box as wide as the story asks. */
export const box = ({ width }: ElementArgs, content: TemplateResult): TemplateResult =>
  width ? html`<div style="max-width: ${width}px">${content}</div>` : content;

/** Draws a section element from its arguments. */
export const drawSection =
  (tag: string) =>
  (args: SectionArgs): TemplateResult => {
    const name = unsafeStatic(tag);
    return box(
      args,
      staticHtml`<${name}
        .policy=${policyOf(args)}
        src=${args.src ?? nothing}
        lang=${args.lang ?? nothing}
        audience=${args.audience ?? nothing}
        heading-level=${args.headingLevel ?? nothing}
        section=${args.section ?? nothing}
        ?presenter=${args.presenter}
      >${fallbackOf(args)}</${name}>`,
    );
  };

/** Controls of the playgrounds. */
export const CONTROLS = {
  policy: { control: 'select', options: POLICY_NAMES, description: 'The policy as an object.' },
  src: { control: 'text', description: 'Address of the policy JSON.' },
  lang: {
    control: 'select',
    options: [undefined, 'nl', 'fr', 'en', 'nl-BE', 'de'],
    description: 'Language of texts and labels; else that of the page.',
  },
  audience: {
    control: 'select',
    options: [
      undefined,
      'employees',
      'temporary-staff',
      'hired-in',
      'volunteers',
      'channel-managers',
      'spokespeople',
      'volunteers hired-in',
    ],
    description: 'Audience ids, separated by spaces.',
  },
  headingLevel: {
    control: { type: 'number', min: 1, max: 6 },
    description: 'Level of its heading.',
  },
  fallback: { control: 'text', table: { category: 'story' } },
  width: { control: { type: 'range', min: 280, max: 1400 }, table: { category: 'story' } },
} as const;

/** Ids of the sections of a type in the sample policy, for a control. */
export const SECTION_CONTROL = (ids: readonly string[]) =>
  ({ control: 'select', options: [undefined, ...ids], description: 'Id of the section.' }) as const;

/** Waits until something is there; throws with what was waited for. */
export async function until<Found>(
  what: string,
  look: () => Found | null | undefined | false,
  expiry = 10_000,
): Promise<Found> {
  const end = Date.now() + expiry;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Looks through shadow roots as well. */
export function deepQuery<Found extends Element>(
  root: Element | Document | ShadowRoot,
  selector: string,
): Found | undefined {
  const found = root.querySelector<Found>(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const deeper = element.shadowRoot && deepQuery<Found>(element.shadowRoot, selector);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Answers the acknowledgement within `canvas` as a reader would, up to pressing the button. */
export async function answer(canvas: HTMLElement, act: Act, reason?: string): Promise<void> {
  const choice = await until(`the choice ${act}`, () =>
    deepQuery<HTMLInputElement>(canvas, `input[value="${act}"]`),
  );
  if (!choice.checked) choice.click();
  if (reason) {
    const field = await until('the reason', () =>
      deepQuery<HTMLTextAreaElement>(canvas, '#reason'),
    );
    field.value = reason;
  }
  await press(canvas);
}

/** Presses the button of the acknowledgement. */
export async function press(canvas: HTMLElement): Promise<void> {
  const button = await until('the button', () =>
    deepQuery<HTMLButtonElement>(canvas, 'button[type=submit]'),
  );
  button.click();
}

/** Resolves when every element of the library within `root` has drawn itself. */
export async function drawn(root: Element | ShadowRoot): Promise<void> {
  for (const element of root.querySelectorAll<LitElement>('*')) {
    if (!element.localName.startsWith('policy-')) continue;
    await element.updateComplete;
    if (element.shadowRoot) await drawn(element.shadowRoot);
  }
}
