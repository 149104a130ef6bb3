/** From where languages are chosen, and from one that is done, to what is left to translate. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { ownLanguages } from '../model/roles.js';
import type { DraftSession } from '../model/session.js';
import { languageStates, type LanguageState } from '../model/translations.js';
import { addressOf } from '../router.js';
import { icon } from '../ui/icon.js';

/** The languages in which this person can do something, those after one before the others. */
function openLanguages(session: DraftSession, after?: string): LanguageState[] {
  const all = languageStates(session.draft);
  const at = all.findIndex(({ lang }) => lang === after);
  const own = ownLanguages(session);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].filter(
    (each) => each.current < each.all && (!own.length || own.includes(each.lang)),
  );
}

/** Read out when a language is added, which opens a part of the studio that may be out of sight. */
export function languagesToTranslate(session: DraftSession): TemplateResult {
  return html`<div role="status">${openLanguages(session).map(({ lang, all, current }) => {
    const left = formatNumber(all - current);
    return html`<p class="block-action"><a href=${addressOf({ view: 'translate', policy: session.policy, part: lang })}>${msg(str`Translate into ${languageName(lang)} (${left} to do)`, { id: 'studio-tr-begin' })}</a></p>`;
  })}</div>`;
}

/** Read out when the last text is done; the place for it is there before. */
export function translatedNotice(
  session: DraftSession,
  lang: string,
  goesOn: () => void,
): TemplateResult {
  const own = languageStates(session.draft).find((each) => each.lang === lang);
  const done = own !== undefined && own.current === own.all;
  return html`<div role="status">${
    done
      ? html`<div class="notice translated">${icon('done')}<p>${msg(str`Everything is there in ${languageName(lang)}.`, { id: 'studio-tr-complete' })} ${onwards(session, lang, goesOn)}</p></div>`
      : nothing
  }</div>`;
}

function onwards(session: DraftSession, lang: string, goesOn: () => void): TemplateResult {
  const { policy, roles } = session;
  const [next] = openLanguages(session, lang);
  if (next) {
    const left = formatNumber(next.all - next.current);
    return html`<a href=${addressOf({ view: 'translate', policy, part: next.lang })} @click=${goesOn}>${msg(str`Go on with ${languageName(next.lang)} (${left} still to do)`, { id: 'studio-tr-next' })}</a>`;
  }
  return roles.has('write') || roles.has('publish')
    ? html`<a href=${addressOf({ view: 'publish', policy })}>${msg('Go on to publishing', { id: 'studio-tr-to-publish' })}</a>`
    : html`<a href=${addressOf({ view: 'overview', policy })}>${msg('To the overview', { id: 'studio-tr-to-overview' })}</a>`;
}
