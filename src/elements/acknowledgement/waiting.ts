import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Sight } from '../../acknowledgement/outbox.js';
import { icon } from '../../icons/icon.js';
import type { Localization } from '../../localization/localization.js';
import type { Reading } from '../templates/reading.js';
import { actLabel, problemText } from './labels.js';
import { agreed } from './receipt.js';

export interface Waiting {
  /** Sends it now. */
  hasten: () => void;
  /** Takes it back, to answer otherwise. */
  takeBack: () => void;
  /** It is somebody else's. */
  ignore: () => void;
}

/** An answer that is kept until the endpoint has it. */
export function waitingPanel(
  reading: Reading,
  sight: Sight,
  sending: boolean,
  act: Waiting,
): TemplateResult {
  const { l10n } = reading;
  const mine = sight.certain || sight.here;
  return html`<div class="waiting" part="waiting" tabindex="-1" role="group" aria-labelledby="told">
    <p class="told" id="told">${icon('pending')} <strong>${sending ? l10n.msg('Sending…', { id: 'ack-sending' }) : waitingTitle(reading)}</strong></p>
    ${mine ? theirs(reading, sight) : whose(reading, sight)}
    ${sending ? nothing : html`<p class="tools">${tools(reading, sight, mine, act)}</p>`}
  </div>`;
}

function tools({ l10n }: Reading, { entry }: Sight, mine: boolean, act: Waiting): unknown[] {
  const button = (label: string, press: () => void) =>
    html`<button class="button" type="button" @click=${press}>${label}</button>`;
  // The server asked to wait: pressing would not help.
  const shut = entry.firm && entry.due > Date.now();
  return mine
    ? [
        shut ? nothing : button(l10n.msg('Send now', { id: 'ack-send-now' }), act.hasten),
        button(l10n.msg('Answer otherwise', { id: 'ack-otherwise' }), act.takeBack),
      ]
    : [
        button(l10n.msg('It is mine: send it', { id: 'ack-send-mine' }), act.hasten),
        button(l10n.msg('It is not mine', { id: 'ack-not-mine' }), act.ignore),
      ];
}

export const waitingTitle = ({ l10n }: Reading): string =>
  l10n.msg('Waiting to be sent', { id: 'ack-waiting' });

function theirs(reading: Reading, sight: Sight): TemplateResult {
  const { l10n } = reading;
  const { record, problem, firm, due } = sight.entry;
  const when = l10n.formats.dateTime(record.at);
  const until = l10n.formats.dateTime(new Date(due).toISOString());
  return html`<div class="lines">
    ${problem ? html`<p>${problemText(l10n, problem)}</p>` : nothing}
    ${firm && due > Date.now() ? html`<p>${l10n.msg(str`The server asks to wait until ${until}.`, { id: 'ack-asked-to-wait' })}</p>` : nothing}
    <p>${whatNext(l10n, sight)}</p>
    <p class="muted small">${actLabel(l10n, record.act)} · ${l10n.msg('Version', { id: 'version' })} ${record.version} · ${when}</p>
    ${agreed(reading, record.statement)}
  </div>`;
}

/** Whether the page may be closed. */
function whatNext({ msg }: Localization, { kept, certain, named }: Sight): string {
  if (!kept) {
    return msg('This browser cannot keep your answer: leave this page open until it is recorded.', {
      id: 'ack-not-kept',
    });
  }
  if (certain && !named) {
    return msg(
      'Your answer is kept in this browser, and sent again by itself as long as this page is open. If you close it, come back later: you are then asked whether the answer is yours.',
      { id: 'ack-kept-open' },
    );
  }
  const safe = msg('Your answer is kept in this browser. You may close the page.', {
    id: 'ack-kept',
  });
  return certain ? `${safe} ${msg('It is sent again by itself.', { id: 'ack-by-itself' })}` : safe;
}

/** Nobody says whose it is, and on a shared computer it may be somebody else's: nothing of it is shown. */
function whose({ l10n }: Reading, { entry: { record } }: Sight): TemplateResult {
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
