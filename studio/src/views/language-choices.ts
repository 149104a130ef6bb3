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

/** How many texts readers see in the first language, or of an older text. */
const late = ({ all, current, machine }: LanguageState): number => all - current - machine;

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
    .filter((each) => late(each) > 0)
    .map((each) => `${languageName(each.lang)} (${formatNumber(late(each))})`)
    .join(', ');
  return notice(
    'info',
    words &&
      msg(
        str`Texts missing or behind: ${words}. Readers see them in the first language, and are told.`,
        { id: 'studio-languages-behind' },
      ),
    html`${unread(behind)} ${toTranslate(session)}`,
  );
}

/** What a machine wrote is published as it is: readers are not told. */
function unread(languages: readonly LanguageState[]): TemplateResult | typeof nothing {
  const count = languages.reduce((all, { machine }) => all + machine, 0);
  if (!count) return nothing;
  const n = formatNumber(count);
  return html`<span class="machine-unread">${msg(str`By machine, and read by nobody: ${n}. Readers see these as they are.`, { id: 'studio-mt-unread' })}</span>`;
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
  return html`${behind.map((state) => {
    const { lang } = state;
    const [name, count] = [languageName(lang), formatNumber(late(state) || state.machine)];
    const title = late(state)
      ? msg(str`${name}: texts missing or behind (${count})`, { id: 'studio-lb-title' })
      : msg(str`${name}: texts by machine that nobody has read (${count})`, {
          id: 'studio-mt-title',
        });
    return html`<fieldset class="field version">
      <legend><h2>${title}</h2></legend>
      <p class="hint">${asked ? msg('Everybody is asked to confirm this version: choose what these readers get.', { id: 'studio-lb-asked' }) : nothing}
        ${unread([state])} ${msg('Or translate first:', { id: 'studio-lb-wait' })} ${toTranslate(session)}</p>
      ${option(lang, 'fallback', msg('Publish it as it is', { id: 'studio-lb-fallback' }), msg(str`Readers see what is missing in ${first}, and are told.`, { id: 'studio-lb-fallback-about' }))}
      ${option(lang, 'without', msg('Leave this language out', { id: 'studio-lb-without' }), msg('Nothing of it is published this time. It stays in the draft.', { id: 'studio-lb-without-about' }))}
    </fieldset>`;
  })}`;
}
