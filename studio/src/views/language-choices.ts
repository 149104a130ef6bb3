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
  // What was left out, and is taken along after all.
  const back = Object.keys(chosen).filter(
    (lang) => chosen[lang] === 'fallback' && !languagesIn(draft).includes(lang),
  );
  const behind = behindIn(draft);
  const without = others.filter((lang) => chosen[lang] === 'without');
  // Without a choice to make, none is sent: the server may see more than this page.
  const isOpen = behind.some(({ lang }) => chosen[lang] === undefined);
  const fallback = [
    ...(isOpen ? [] : others.filter((lang) => chosen[lang] !== 'without')),
    ...back,
  ];
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
        str`Texts missing or behind: ${words}. What is missing readers see in the first language, and are told; what is behind they see as it was translated before.`,
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

/** Languages that the candidate leaves out; any change brings them back. */
const leftOutOf = ({ opened, revision }: DraftSession): readonly string[] =>
  opened.revision === revision ? (opened.leftOut ?? []) : [];

/** That some languages are left out, where nothing else tells that they are in the draft. */
export function leftOutNotice(session: DraftSession): TemplateResult | typeof nothing {
  const names = leftOutOf(session)
    .map((lang) => languageName(lang))
    .join(', ');
  if (!names) return nothing;
  return notice(
    'info',
    msg(
      str`This version leaves out: ${names}. It is in the draft again once this is published, or when somebody writes on.`,
      { id: 'studio-lb-left-out' },
    ),
  );
}

const leftBefore = (name: string, options: TemplateResult): TemplateResult =>
  html`<fieldset class="field version">
    <legend><h2>${msg(str`${name}: left out of this version`, { id: 'studio-lb-was-left-out' })}</h2></legend>
    ${options}
  </fieldset>`;

/** One choice for each language that is behind, or was left out; `asked`: nothing is chosen for anybody. */
export function languageChoices(
  session: DraftSession,
  chosen: LanguageChoices,
  asked: boolean,
  choose: (lang: string, value: 'fallback' | 'without') => void,
): TemplateResult | typeof nothing {
  const behind = behindIn(session.draft);
  const leftOut = leftOutOf(session);
  const first = languageName(languagesIn(session.draft)[0] ?? 'en');
  const option = (
    lang: string,
    value: 'fallback' | 'without',
    title: string,
    about: string,
  ): TemplateResult => {
    const usual = leftOut.includes(lang) ? 'without' : asked ? undefined : 'fallback';
    const on = (chosen[lang] ?? usual) === value;
    return html`<label class="radio ${on ? 'chosen' : ''}"><input type="radio" name="language-${lang}" value=${value} .checked=${on} @change=${() => choose(lang, value)} />
      <span><strong>${title}</strong><br /><span class="muted">${about}</span></span></label>`;
  };
  const options = (lang: string): TemplateResult =>
    html`${option(lang, 'fallback', msg('Publish it as it is', { id: 'studio-lb-fallback' }), msg(str`Readers see what is missing in ${first}, and are told. What is behind they see as it was translated before.`, { id: 'studio-lb-fallback-about' }))}
      ${option(lang, 'without', msg('Leave this language out', { id: 'studio-lb-without' }), msg('Nothing of it is published this time. It stays in the draft.', { id: 'studio-lb-without-about' }))}`;
  return html`${leftOut.map((lang) => leftBefore(languageName(lang), options(lang)))}
  ${behind.map((state) => {
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
      ${options(lang)}
    </fieldset>`;
  })}`;
}
