/** What waits for whoever translates, in words. */
import { html, type TemplateResult } from 'lit';
import type { Waiting } from '../api/client.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { addressOf } from '../router.js';

const parts = ({ missing, stale, machine, comments }: Waiting): readonly string[] => [
  ...(missing
    ? [msg(str`to translate: ${formatNumber(missing)}`, { id: 'studio-waits-missing' })]
    : []),
  ...(stale
    ? [msg(str`the source has changed: ${formatNumber(stale)}`, { id: 'studio-waits-stale' })]
    : []),
  ...(machine
    ? [msg(str`by machine, to be read: ${formatNumber(machine)}`, { id: 'studio-waits-machine' })]
    : []),
  ...(comments
    ? [msg(str`open comments: ${formatNumber(comments)}`, { id: 'studio-waits-comments' })]
    : []),
];

/** “French – to translate: 3 · open comments: 1”, and the way there. */
export function waitingView(policy: string, waits: readonly Waiting[]): readonly TemplateResult[] {
  return waits.map((each) => {
    const said = parts(each);
    const name = languageName(each.lang);
    const onlyComments = said.length === 1 && each.comments > 0;
    const route = onlyComments
      ? addressOf({ view: 'comments', policy })
      : addressOf({ view: 'translate', policy, part: each.lang });
    return html`<p class="waits">${
      said.length
        ? html`<a href=${route}>${name}</a> – <span>${said.join(' · ')}</span>`
        : msg(str`${name}: nothing waits for you.`, { id: 'studio-waits-nothing' })
    }</p>`;
  });
}
