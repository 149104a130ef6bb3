/** A version that waits for its time, or why one was not published. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule, StopReason } from '@policy-elements/authoring';
import { formatMoment, msg, str } from '../localization/localize.js';
import { notice } from './save-state.js';

/** As it was chosen, in the time zone it was chosen in. */
const momentIn = ({ publishAt, timeZone }: Schedule): string =>
  `${formatMoment(publishAt, timeZone)} (${timeZone})`;

const becauseOf = (reason: StopReason | undefined): string => {
  const other = msg('A version with this number exists, or something is wrong in the text.', {
    id: 'studio-stop-other',
  });
  const known: Partial<Record<StopReason, string>> = {
    'draft-changed': msg('The text was changed after the time was chosen.', {
      id: 'studio-stop-changed',
    }),
    'not-approved': msg('It is not approved, or not any more.', { id: 'studio-stop-approval' }),
    'not-allowed': msg(
      'Whoever planned it may not publish any more. Somebody who may plans or publishes it.',
      {
        id: 'studio-stop-role',
      },
    ),
    withdrawn: msg('The policy was withdrawn meanwhile.', { id: 'studio-stop-withdrawn' }),
    'older-version': msg('A newer version was published meanwhile.', { id: 'studio-stop-older' }),
    'languages-behind': msg('Nobody chose what becomes of languages that are behind.', {
      id: 'studio-stop-languages',
    }),
  };
  return (reason && known[reason]) ?? other;
};

export function notPublished(schedule: Schedule | undefined): TemplateResult | typeof nothing {
  if (schedule?.state !== 'stopped' || schedule.reason === 'replaced') return nothing;
  const { version } = schedule;
  const when = momentIn(schedule);
  return notice(
    'alert',
    html`<strong>${msg(str`Version ${version}, planned for ${when}, is not published.`, { id: 'studio-stop-title' })}</strong>
      ${becauseOf(schedule.reason)}`,
  );
}

export interface ScheduledView {
  schedule: Schedule;
  /** May choose another time, or call it off. */
  may: boolean;
  busy: boolean;
  change: () => void;
  callOff: () => void;
}

export function scheduledView(view: ScheduledView): TemplateResult {
  const { schedule, may, busy } = view;
  const { version, person } = schedule;
  const who = person ?? msg('somebody whose name is no longer kept', { id: 'studio-ap-nameless' });
  const when = momentIn(schedule);
  const isWaiting = schedule.state === 'waiting';
  return html`<section class="approval approved" role="status">
      <h2>${msg(str`Version ${version} will be published by itself`, { id: 'studio-sch-title' })}</h2>
      <p>${msg(str`${when}. Planned by ${who}.`, { id: 'studio-sch-when' })}
        ${msg('Any change to the text ends this: then nothing is published.', { id: 'studio-sch-ends' })}</p>
    </section>
    ${
      may && isWaiting
        ? html`<div class="actions">
          <button class="button" ?disabled=${busy} @click=${view.change}>${msg('Choose another time', { id: 'studio-sch-change' })}</button>
          <button class="button" ?disabled=${busy} @click=${view.callOff}>${msg('Call it off', { id: 'studio-sch-call-off' })}</button>
        </div>`
        : nothing
    }`;
}
