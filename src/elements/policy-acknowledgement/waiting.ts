import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../acknowledgement/outbox-entry.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { PolicyView } from '../shared/policy-view.js';
import { actLabel, problemText } from './labels.js';
import { agreed } from './receipt.js';

export interface Waiting {
  /** Sends it now. */
  retryNow: () => void;
  /** Takes it back, to answer otherwise. */
  takeBack: () => void;
  /** It is somebody else's. */
  ignore: () => void;
}

/** An answer that is kept until the endpoint has it. */
export function waitingPanel(
  view: PolicyView,
  item: OutboxItem,
  sending: boolean,
  act: Waiting,
): TemplateResult {
  const { l10n } = view;
  const mine = item.certain || item.here;
  return html`<div class="waiting" part="waiting" tabindex="-1" role="group" aria-labelledby="told">
    <p class="told" id="told">${icon(SHAPES.pending)} <strong>${sending ? l10n.msg('Sending…', { id: 'ack-sending' }) : waitingTitle(view)}</strong></p>
    ${mine ? theirs(view, item) : whose(view, item)}
    ${sending ? nothing : html`<p class="tools">${tools(view, item, mine, act)}</p>`}
  </div>`;
}

function tools(
  { l10n }: PolicyView,
  { entry }: OutboxItem,
  mine: boolean,
  act: Waiting,
): unknown[] {
  const button = (label: string, press: () => void) =>
    html`<button class="button" part="button" type="button" @click=${press}>${label}</button>`;
  // The server asked to wait: pressing would not help.
  const shut = entry.firm && entry.due > Date.now();
  return mine
    ? [
        shut ? nothing : button(l10n.msg('Send now', { id: 'ack-send-now' }), act.retryNow),
        button(l10n.msg('Change my answer', { id: 'ack-otherwise' }), act.takeBack),
      ]
    : [
        button(l10n.msg('It is mine: send it', { id: 'ack-send-mine' }), act.retryNow),
        button(l10n.msg('It is not mine', { id: 'ack-not-mine' }), act.ignore),
      ];
}

export const waitingTitle = ({ l10n }: PolicyView): string =>
  l10n.msg('Waiting to be sent', { id: 'ack-waiting' });

function theirs(view: PolicyView, item: OutboxItem): TemplateResult {
  const { l10n } = view;
  const { record, problem, firm, due } = item.entry;
  const when = l10n.formats.dateTime(record.at);
  const until = l10n.formats.dateTime(new Date(due).toISOString());
  return html`<div class="lines">
    ${problem ? html`<p>${problemText(l10n, problem)}</p>` : nothing}
    ${firm && due > Date.now() ? html`<p>${l10n.msg(str`The server asks to wait until ${until}.`, { id: 'ack-asked-to-wait' })}</p>` : nothing}
    <p>${whatNext(l10n, item)}</p>
    <p class="muted small">${actLabel(l10n, record.act)} · ${l10n.msg('Version', { id: 'version' })} ${record.version} · ${when}</p>
    ${agreed(view, record.statement)}
  </div>`;
}

/** Whether the page may be closed. */
function whatNext({ msg }: Localization, { kept, certain, named, held }: OutboxItem): string {
  if (!kept) {
    return msg('This browser cannot keep your answer: leave this page open until it is recorded.', {
      id: 'ack-not-kept',
    });
  }
  if (held) {
    return msg(
      'Your answer is kept in this browser. It is sent again when you press “Send now”, or come back to this page.',
      { id: 'ack-kept-held' },
    );
  }
  if (certain && !named) {
    return msg(
      'Your answer is kept in this browser, and re-sent automatically as long as this page is open. If you close it, come back later: you are then asked whether the answer is yours.',
      { id: 'ack-kept-open' },
    );
  }
  const safe = msg('Your answer is kept in this browser. You may close the page.', {
    id: 'ack-kept',
  });
  return certain
    ? `${safe} ${msg('It will be re-sent automatically.', { id: 'ack-by-itself' })}`
    : safe;
}

/** Nobody says whose it is, and on a shared computer it may be somebody else's: nothing of it is shown. */
function whose({ l10n }: PolicyView, { entry: { record } }: OutboxItem): TemplateResult {
  const { version } = record;
  const when = l10n.formats.dateTime(record.at);
  return html`<div class="lines">
    <p>
      ${l10n.msg(
        str`In this browser, somebody answered version ${version} on ${when}, and the answer was not sent yet. Send it only if it is yours: it is recorded for who is signed in.`,
        { id: 'ack-whose' },
      )}
    </p>
  </div>`;
}
