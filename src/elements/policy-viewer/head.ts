import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { formatsFor } from '../../localization/formats.js';
import { hasForeignTexts } from '../../policy/foreign-texts.js';
import { isAhead } from '../../policy/days.js';
import { UNKNOWN_VERSION } from '../../policy/unknown-version.js';
import type { Section } from '../../policy/schema.js';
import { matchLanguage } from '../../policy/text.js';
import { safeAddress, safeImage } from '../../policy/url.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { minutesFor } from '../shared/reading-time.js';
import { nameOf, plain, rich } from '../shared/text.js';

export interface HeadParts {
  /** Title and organisation are not the page's own. */
  titled: boolean;
  languages: LanguageChoice | undefined;
  /** Whether a confirmation is asked or was given. */
  status: unknown;
  /** What a reader can do with the whole. */
  tools: unknown;
  doors: unknown;
  /** The choice between the short reading and everything, where there is one. */
  reading: unknown;
}

/** Organisation, title, summary, the tools of the reader, the ways in, and the facts. */
export function head(
  view: PolicyView,
  sections: readonly Section[],
  parts: HeadParts,
): TemplateResult {
  const { policy } = view;
  const { titled, languages: choice, status, tools, doors, reading } = parts;
  return html`<header class="head" part="head">
    <div class="masthead">
      ${organisation(view)} ${choice ? languages(view, choice) : nothing}
    </div>
    ${titled ? heading(view.level, html`<span part="title">${plain(view, policy.title)}</span>`, 'title') : nothing}
    ${policy.summary ? html`<div class="summary" part="summary">${rich(view, policy.summary)}</div>` : nothing}
    ${status} ${notes(view, sections)} ${tools} ${doors}
    <div class="foot-line">${reading} ${facts(view, sections, reading !== nothing)}</div>
  </header>`;
}

/** A part of the viewer, between the slots for what a page has to say around it. */
export const slotted = (name: 'head' | 'form', part: unknown): TemplateResult =>
  html`<slot name="before-${name}"></slot>${part}<slot name="after-${name}"></slot>`;

function organisation(view: PolicyView): TemplateResult {
  const { name, url, logo } = view.policy.organisation;
  const href = url && safeAddress(url, view.base);
  const src = logo && safeImage(logo, view.base);
  const mark = src ? html`<img src=${src} alt="" referrerpolicy="no-referrer" />` : nothing;
  const content = html`${mark}<span>${nameOf(view, name)}</span>`;
  return html`<p class="organisation">${href ? html`<a href=${href}>${content}</a>` : content}</p>`;
}

export interface LanguageChoice {
  choose: (lang: string) => void;
  /** The reader is about to choose. */
  prepare: (lang: string) => void;
}

function languages(view: PolicyView, { choose, prepare }: LanguageChoice): TemplateResult {
  const { l10n } = view;
  return html`<div class="languages" part="languages" role="group" aria-label=${l10n.msg('Language', { id: 'language' })}>
    ${view.languages.map(
      (lang) =>
        html`<button
          type="button"
          lang=${lang}
          aria-pressed=${lang === view.lang ? 'true' : 'false'}
          @pointerenter=${() => prepare(lang)}
          @focus=${() => prepare(lang)}
          @click=${() => choose(lang)}
        >
          <span class="long">${ownName(lang)}</span>
          <span class="short">${lang.split('-', 1)[0]!.toUpperCase()}</span>
        </button>`,
    )}
  </div>`;
}

/** Says in which language the policy now is, to who cannot see it change. */
export const languageTold = ({ l10n, lang }: PolicyView): string =>
  l10n.msg(str`The policy is now shown in ${l10n.formats.language(lang)}.`, {
    id: 'language-told',
  });

/** A language in its own words, as a title: `Nederlands`, `Français`. */
function ownName(lang: string): string {
  try {
    const name = formatsFor(lang).language(lang);
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return lang;
  }
}

function facts(view: PolicyView, sections: readonly Section[], isTimed: boolean): TemplateResult {
  const { l10n, policy } = view;
  const { formats } = l10n;
  const time = (iso: string) => html`<time datetime=${iso}>${formats.date(iso)}</time>`;
  const version = policy.version === UNKNOWN_VERSION ? undefined : policy.version;
  return html`<dl class="facts" part="facts">
    ${fact(l10n.msg('Version', { id: 'version' }), version)}
    ${fact(policy.effective && isAhead(policy.effective) ? l10n.msg('In force from', { id: 'effective-from' }) : l10n.msg('In force since', { id: 'effective' }), policy.effective && time(policy.effective))}
    ${fact(l10n.msg('Review by', { id: 'review-by' }), policy.reviewBy && time(policy.reviewBy))}
    ${fact(l10n.msg('Reading time', { id: 'reading-time' }), isTimed ? undefined : formats.unit(minutesFor(view, sections), 'minute'))}
  </dl>`;
}

const fact = (term: string, value: unknown) =>
  value
    ? html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

// Every text is looked at once a language, and not each time something is drawn.
const foreign = new WeakMap<Section, Map<string, boolean>>();

/** Whether some text is not in the reader's language. */
function isForeign(view: PolicyView, section: Section): boolean {
  const { compiled } = view.read;
  if (compiled?.lang === view.lang) return compiled.foreign.has(section.id);
  const known = foreign.get(section) ?? new Map<string, boolean>();
  foreign.set(section, known);
  let found = known.get(view.lang);
  if (found === undefined) {
    found = hasForeignTexts(section, view.lang, view.policy);
    known.set(view.lang, found);
  }
  return found;
}

/** What a reader has to know before reading on. */
function notes(view: PolicyView, sections: readonly Section[]): unknown[] {
  const { l10n, policy } = view;
  const { formats } = l10n;
  const status = {
    published: undefined,
    draft: l10n.msg('This is a draft. It does not apply yet.', { id: 'draft' }),
    withdrawn: l10n.msg('This policy was withdrawn. It no longer applies.', { id: 'withdrawn' }),
  }[policy.status];
  const absent =
    !matchLanguage(l10n.lang, policy.languages) &&
    l10n.msg(
      str`This policy does not exist in ${formats.language(l10n.lang)}. You read it in ${formats.language(view.lang)}.`,
      { id: 'not-in-language' },
    );
  const partial =
    sections.some((section) => isForeign(view, section)) &&
    l10n.msg('Some parts are not translated yet. They say so where they stand.', { id: 'partial' });
  return [status, absent, partial].map((note) =>
    note
      ? html`<p class="note" part="note">${icon(SHAPES.info)} <span>${note}</span></p>`
      : nothing,
  );
}
