/** What changed, in the fields' own names. */
import { diffTexts, type Change } from 'policy-elements';
import { readField, type Draft } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldLabel } from '../fields/names.js';
import { valueWords } from '../fields/values.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { changesElsewhere, changesIn } from '../model/publishing.js';

const word = (change: Change['change']): string =>
  ({
    added: msg('New', { id: 'studio-change-added' }),
    removed: msg('Gone', { id: 'studio-change-removed' }),
    changed: msg('Changed', { id: 'studio-change-changed' }),
    moved: msg('Moved', { id: 'studio-change-moved' }),
  })[change];

/**
 * What changed from one text to another, as readers of a language see it, and in which other
 * languages texts changed as well.
 * @param choose shows another language
 */
export function changesView(
  draft: Draft,
  before: Draft | undefined,
  lang: string,
  choose: (lang: string) => void,
): TemplateResult {
  const changes = changesIn(draft, before, lang);
  const elsewhere = changesElsewhere(draft, before, lang);
  return html`${changes.length ? listed(changes, draft, lang) : none(elsewhere.length ? lang : undefined)}
    ${elsewhere.length ? othersView(elsewhere, choose) : nothing}`;
}

const none = (lang: string | undefined): TemplateResult =>
  html`<p class="muted">${
    lang === undefined
      ? msg('Nothing that readers would notice.', { id: 'studio-no-changes' })
      : msg(str`In ${languageName(lang)}, nothing that readers would notice.`, {
          id: 'studio-no-changes-in',
        })
  }</p>`;

const othersView = (
  elsewhere: ReturnType<typeof changesElsewhere>,
  choose: (lang: string) => void,
): TemplateResult =>
  html`<p class="elsewhere">${msg('Texts changed in other languages as well:', { id: 'studio-changes-elsewhere' })}
    ${elsewhere.map(
      ({ lang, texts }) =>
        html`<button class="link-button" @click=${() => choose(lang)}>${languageName(lang)} (${formatNumber(texts)})</button> `,
    )}</p>`;

function listed(changes: readonly Change[], draft: Draft, lang: string): TemplateResult {
  return html`<ul class="changes">
    ${changes.map(
      (change) => html`<li>
        <p><span class="change-word ${change.change}">${word(change.change)}</span> <strong lang=${lang}>${change.title}</strong>
          ${change.within ? html`<span class="muted" lang=${lang}>${change.within}</span>` : nothing}</p>
        ${change.texts.map(
          ({ field, before, after }) =>
            html`<p class="change-text" lang=${lang}><span class="muted">${fieldLabel(draft, change.id, field)}:</span> ${wordDiff(before, after)}</p>`,
        )}
        ${change.values.map((field) => valueLine(draft, change.id, field))}
      </li>`,
    )}
  </ul>`;
}

/** What was chosen otherwise: its name, and what is chosen now. */
function valueLine(draft: Draft, id: string, field: string): TemplateResult {
  const name = fieldLabel(draft, id, field);
  const now = valueWords(draft, id, field, valueOf(draft, id, field));
  return html`<p class="change-text"><span class="muted">${now ? `${name}:` : name}</span> ${now}</p>`;
}

/** Changes name the policy itself by its id, and what people confirm by its fields alone. */
function valueOf(draft: Draft, id: string, field: string): unknown {
  const own = id === draft['id'] ? '' : id;
  return readField(draft, own, field) ?? readField(draft, own, `acknowledgement.${field}`);
}

export const wordDiff = (before: string, after: string): unknown =>
  diffTexts(before, after).map(({ kind, text }) =>
    kind === 'added'
      ? html`<ins>${text}</ins>`
      : kind === 'removed'
        ? html`<del>${text}</del>`
        : text,
  );
