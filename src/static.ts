/**
 * Renders a policy on a server, or when it is published: to markup that is read before any script
 * runs, and without any. Needs `@lit-labs/ssr`.
 */
import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import './define.js';
import { loadPlatformMarks } from './icons/icon.js';
import { labelLanguages, loadLabels } from './localization/locales.js';
import { loadSentences } from './localization/sentences.js';
import type { Finding } from './policy/findings.js';
import { readSoon } from './policy/parser.js';
import type { Policy } from './policy/schema.js';
import { policyLanguage } from './policy/text.js';
import { linksAhead } from './ssr/preload.js';
import { headFor, type Addresses } from './ssr/head.js';
import { attributes, bareMarkup, escape, hashOf, jsonFor } from './ssr/markup.js';
import { complete } from './ssr/finish-markup.js';
import { lightBody } from './ssr/light-body.js';
import { elementRenderers } from './ssr/element-renderer.js';

/** Attributes of the element, as on any page. */
export interface ElementAttributes {
  audience?: string;
  'heading-level'?: string;
  hide?: string;
  sections?: string;
  section?: string;
  'known-version'?: string;
  reading?: 'core' | 'all';
  endpoint?: string;
  subject?: string;
}

export interface FragmentOptions {
  /** BCP 47; the policy's first where absent. */
  lang?: string;
  /** Tag of the element; `policy-viewer` where absent. */
  element?: string;
  attributes?: ElementAttributes;
  /**
   * Where the element reads the policy once its script is there. Without it nothing on the page
   * can be pressed: everything is open, and what only scripts can do is left out.
   */
  src?: string;
  /** Address the policy is published at: relative addresses in it start there. */
  base?: string;
}

export interface PageOptions extends FragmentOptions, Addresses {
  /** Address of `policy-elements.js`; without it the page has no scripts. */
  script?: string;
}

export interface StaticFragment {
  html: string;
  /** Sources for `style-src`: the hashes of the styles within. */
  styleSources: readonly string[];
  /** What was found in the policy; what is not sound is left out. */
  findings: readonly Finding[];
}

export interface StaticPage extends StaticFragment {
  /** A `Content-Security-Policy` as strict as the page bears. */
  csp: string;
}

/** Parts of the viewer that do nothing without a script. */
const PRESSED = 'search languages audiences print acknowledgement';
const TAG = /^policy-[a-z]+$/;

/**
 * An element with its content, in a declarative shadow root. It has to come with the page: markup
 * put in by a script later gets no shadow root.
 * @throws TypeError where the value is no policy, or the tag none of ours.
 */
export async function renderFragment(
  policy: unknown,
  options: FragmentOptions = {},
): Promise<StaticFragment> {
  const { read, lang } = await prepare(policy, options);
  const { element = 'policy-viewer', src } = options;
  if (!TAG.test(element) || !customElements.get(element)) {
    throw new TypeError(`${element} is no element of policy-elements.`);
  }
  const styles = new Set<string>();
  const renderers = elementRenderers(src === undefined ? 'all' : '(scripting: none)', styles);
  const markup = collectResultSync(render(template(policy, lang, element, options), renderers));
  return {
    html: complete(markup, read.policy, lang, src === undefined),
    styleSources: [...styles].map(hashOf),
    findings: read.findings,
  };
}

function template(
  policy: unknown,
  lang: string,
  element: string,
  { src, attributes: given = {} }: FragmentOptions,
) {
  const tag = unsafeStatic(element);
  const hide = src === undefined ? `${given.hide ?? ''} ${PRESSED}`.trim() : given.hide;
  return staticHtml`<${tag}
    .policy=${policy}
    src=${src ?? nothing}
    lang=${lang}
    audience=${given.audience ?? nothing}
    heading-level=${given['heading-level'] ?? nothing}
    hide=${hide ?? nothing}
    sections=${given.sections ?? nothing}
    section=${given.section ?? nothing}
    known-version=${given['known-version'] ?? nothing}
    reading=${given.reading ?? nothing}
    endpoint=${given.endpoint ?? nothing}
    subject=${given.subject ?? nothing}
  ></${tag}>`;
}

export type LightOptions = Omit<FragmentOptions, 'element'>;

/**
 * The viewer with the whole policy as plain HTML between its tags, for hosts that take no templates.
 * It has no styles of its own, needs no script, and gives way once the element has drawn the policy.
 * @throws TypeError where the value is no policy.
 */
export async function renderLight(
  policy: unknown,
  options: LightOptions = {},
): Promise<Omit<StaticFragment, 'styleSources'>> {
  const { read, lang } = await prepare(policy, options);
  const { src, attributes: given = {} } = options;
  const body = lightBody(read, {
    lang,
    audience: words(given.audience),
    sections: words(given.sections),
    level: Math.min(Math.max(Math.trunc(Number(given['heading-level'])) || 2, 1), 6),
  });
  const markup = collectResultSync(render(body));
  const named = attributes({ src, lang: options.lang, ...given });
  return {
    html: `<policy-viewer${named}>${bareMarkup(markup)}</policy-viewer>`,
    findings: read.findings,
  };
}

const words = (list = ''): string[] => list.split(/\s+/).filter(Boolean);

async function prepare(policy: unknown, { lang, base }: FragmentOptions) {
  const read = await readSoon(policy);
  if (!read.policy) throw new TypeError('This is no policy: it lacks both a title and sections.');
  if (base) Object.assign(read, { url: base });
  await Promise.all([...labelLanguages.map(loadLabels), loadSentences(), loadPlatformMarks()]);
  const sound = read as typeof read & { policy: Policy };
  return { read: sound, lang: policyLanguage(read.policy, lang ?? '') };
}

const PAGE_STYLE =
  ':root{color-scheme:light dark}body{margin:0}body>*{max-width:76rem;margin-inline:auto}';
const DATA_ID = 'policy';

/**
 * A page of its own, in one file: metadata, the policy, and where a script is named, what that
 * script needs to take over.
 */
export async function renderPage(policy: unknown, options: PageOptions = {}): Promise<StaticPage> {
  const { read, lang } = await prepare(policy, options);
  const { script } = options;
  const src = script === undefined ? undefined : (options.src ?? `#${DATA_ID}`);
  const level = { 'heading-level': '1', ...options.attributes };
  const { element, base } = options;
  const fragment = await renderFragment(policy, {
    lang,
    attributes: level,
    ...(element && { element }),
    ...(base && { base }),
    ...(src !== undefined && { src }),
  });
  const data =
    src === `#${DATA_ID}`
      ? `<script type="application/json" id="${DATA_ID}">${jsonFor(policy)}</script>`
      : '';
  const ahead = { lang, element: element ?? 'policy-viewer', hide: level.hide ?? '' };
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    headFor(read.policy, lang, options),
    `<style>${PAGE_STYLE}</style>`,
    script === undefined || src === undefined
      ? ''
      : `<script type="module"${attributes({ src: script })}></script>${linksAhead(read, { ...ahead, script, src })}`,
  ].join('');
  const styleSources = [hashOf(PAGE_STYLE), ...fragment.styleSources];
  return {
    html: `<!doctype html><html lang="${escape(lang)}"><head>${head}</head><body>${data}${fragment.html}</body></html>\n`,
    csp: cspFor(styleSources, options),
    styleSources,
    findings: fragment.findings,
  };
}

function cspFor(styles: readonly string[], { script }: PageOptions): string {
  const scripts =
    script === undefined
      ? []
      : [
          `script-src 'self'`,
          `connect-src 'self'`,
          `require-trusted-types-for 'script'`,
          'trusted-types lit-html',
        ];
  return [
    `default-src 'none'`,
    `style-src 'self' ${styles.join(' ')}`,
    `img-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    ...scripts,
  ].join('; ');
}
