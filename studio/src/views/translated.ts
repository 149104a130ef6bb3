/** Where a language has nothing left to translate: said, and where to go on. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { ownLanguages } from '../model/roles.js';
import type { DraftSession } from '../model/session.js';
import { languageStates, type LanguageState } from '../model/translations.js';
import { addressOf } from '../router.js';
import { icon } from '../ui/icon.js';

/** The next language after one that this person can do something in. */
function nextAfter(session: DraftSession, lang: string): LanguageState | undefined {
  const all = languageStates(session.draft);
  const at = all.findIndex((each) => each.lang === lang);
  const own = ownLanguages(session);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(
    (each) => each.current < each.all && (!own.length || own.includes(each.lang)),
  );
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
  const next = nextAfter(session, lang);
  if (next) {
    const left = formatNumber(next.all - next.current);
    return html`<a href=${addressOf({ view: 'translate', policy, part: next.lang })} @click=${goesOn}>${msg(str`Go on with ${languageName(next.lang)} (${left} still to do)`, { id: 'studio-tr-next' })}</a>`;
  }
  return roles.has('write') || roles.has('publish')
    ? html`<a href=${addressOf({ view: 'publish', policy })}>${msg('Go on to publishing', { id: 'studio-tr-to-publish' })}</a>`
    : html`<a href=${addressOf({ view: 'overview', policy })}>${msg('To the overview', { id: 'studio-tr-to-overview' })}</a>`;
}
