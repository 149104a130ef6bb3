/** Before publishing: what becomes of the languages in which texts are missing or behind. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReleaseInput } from '../api/client.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import type { DraftSession } from '../model/session.js';
import { languageStates, type LanguageState } from '../model/translations.js';
import { addressOf } from '../router.js';
import { notice } from './save-state.js';

export type LanguageChoices = Readonly<Record<string, 'fallback' | 'without'>>;

export const behindIn = (draft: Draft): readonly LanguageState[] =>
  languageStates(draft).filter(({ current, all }) => current < all);

/** What is said about languages when publishing, or asking for approval. */
export function languagesOfRelease(
  draft: Draft,
  chosen: LanguageChoices,
): Pick<ReleaseInput, 'without' | 'fallback'> {
  const [, ...others] = languagesIn(draft);
  const behind = behindIn(draft);
  const without = others.filter((lang) => chosen[lang] === 'without');
  // Without a choice to make, none is sent: the server may see more than this page.
  const isOpen = behind.some(({ lang }) => chosen[lang] === undefined);
  const fallback = isOpen ? [] : others.filter((lang) => chosen[lang] !== 'without');
  return { ...(without.length && { without }), ...(fallback.length && { fallback }) };
}

const toTranslate = ({ policy }: DraftSession): TemplateResult =>
  html`<a href=${addressOf({ view: 'translate', policy })}>${msg('Translate', { id: 'studio-tab-translate' })}</a>`;

export function languagesNotice(session: DraftSession): TemplateResult | typeof nothing {
  const behind = behindIn(session.draft);
  if (!behind.length) return nothing;
  const words = behind
    .map(({ lang, current, all }) => `${languageName(lang)} (${formatNumber(all - current)})`)
    .join(', ');
  return notice(
    'info',
    msg(
      str`Texts missing or behind: ${words}. Readers see them in the first language, and are told.`,
      { id: 'studio-languages-behind' },
    ),
    toTranslate(session),
  );
}

/** One choice for each language that is behind; `asked`: nothing is chosen for anybody. */
export function languageChoices(
  session: DraftSession,
  chosen: LanguageChoices,
  asked: boolean,
  choose: (lang: string, value: 'fallback' | 'without') => void,
): TemplateResult | typeof nothing {
  const behind = behindIn(session.draft);
  if (!behind.length) return nothing;
  const first = languageName(languagesIn(session.draft)[0] ?? 'en');
  const option = (
    lang: string,
    value: 'fallback' | 'without',
    title: string,
    about: string,
  ): TemplateResult => {
    const on = (chosen[lang] ?? (asked ? undefined : 'fallback')) === value;
    return html`<label class="radio ${on ? 'chosen' : ''}"><input type="radio" name="language-${lang}" value=${value} .checked=${on} @change=${() => choose(lang, value)} />
      <span><strong>${title}</strong><br /><span class="muted">${about}</span></span></label>`;
  };
  return html`${behind.map(({ lang, current, all }) => {
    const [name, count] = [languageName(lang), formatNumber(all - current)];
    return html`<fieldset class="field version">
      <legend><h2>${msg(str`${name}: texts missing or behind (${count})`, { id: 'studio-lb-title' })}</h2></legend>
      <p class="hint">${asked ? msg('Everybody is asked to confirm this version: choose what these readers get.', { id: 'studio-lb-asked' }) : nothing}
        ${msg('Or translate first:', { id: 'studio-lb-wait' })} ${toTranslate(session)}</p>
      ${option(lang, 'fallback', msg('Publish it as it is', { id: 'studio-lb-fallback' }), msg(str`Readers see what is missing in ${first}, and are told.`, { id: 'studio-lb-fallback-about' }))}
      ${option(lang, 'without', msg('Leave this language out', { id: 'studio-lb-without' }), msg('Nothing of it is published this time. It stays in the draft.', { id: 'studio-lb-without-about' }))}
    </fieldset>`;
  })}`;
}
