/** Choosing when a version is published. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, msg, str } from '../localization/localize.js';
import { momentOf, timeZone, type When } from '../model/when.js';

export interface WhenForm {
  when: When;
  change: (when: When) => void;
  /** From when the version holds, as it will say. */
  effective?: string | undefined;
  /** The day that was approved: another one is another text. */
  fixed?: string | undefined;
  /** Whether who chooses it publishes as well. */
  publishes: boolean;
  /** It is to be published at a time, and not now. */
  onlyLater?: boolean;
}

/** What stands in the way of this time; nothing where it may be. */
export function whenProblem(when: When, now = new Date()): string | undefined {
  const at = momentOf(when);
  if (when.kind === 'now') return undefined;
  if (!at) return msg('Choose a date and a time.', { id: 'studio-when-empty' });
  if (at > now) return undefined;
  return msg('This time has passed. Choose a later one, or publish now.', {
    id: 'studio-when-past',
  });
}

const input = (event: Event): string => (event.target as HTMLInputElement).value;

function timeFields({ when, change, effective, fixed }: WhenForm): TemplateResult {
  const zone = timeZone();
  const day = fixed === undefined ? '' : formatDate(fixed);
  return html`<div class="when-fields">
      ${
        fixed
          ? html`<p>${msg(str`On ${day}, as it was approved.`, { id: 'studio-when-fixed' })}</p>`
          : html`<div class="field"><label for="when-day"><span class="label-text">${msg('Date', { id: 'studio-when-day' })}</span></label>
              <input class="input" id="when-day" type="date" required .value=${when.day} @change=${(event: Event) => change({ ...when, day: input(event) })} /></div>`
      }
      <div class="field"><label for="when-time"><span class="label-text">${msg('Time', { id: 'studio-when-time' })}</span></label>
        <input class="input" id="when-time" type="time" required aria-describedby="when-zone" .value=${when.time} @change=${(event: Event) => change({ ...when, time: input(event) })} />
        <p class="hint" id="when-zone">${msg(str`Time zone: ${zone}`, { id: 'studio-when-zone' })}</p></div>
    </div>
    ${
      fixed
        ? nothing
        : html`<div class="field"><label for="when-effective"><span class="label-text">${msg('In force from', { id: 'studio-f-effective' })}</span> <span class="optional">${msg('optional', { id: 'studio-optional' })}</span></label>
          <input class="input" id="when-effective" type="date" .value=${effective ?? ''} @change=${(event: Event) => change({ ...when, effective: input(event) })} /></div>`
    }`;
}

export function whenFields(form: WhenForm): TemplateResult {
  const { when, change, publishes, onlyLater = false } = form;
  const option = (kind: When['kind'], title: string, about: string): TemplateResult =>
    html`<label class="radio ${when.kind === kind ? 'chosen' : ''}"><input type="radio" name="when" value=${kind} .checked=${when.kind === kind} @change=${() => change({ ...when, kind })} />
      <span><strong>${title}</strong><br /><span class="muted">${about}</span></span></label>`;
  const now = publishes
    ? msg('Readers have it as soon as you publish.', { id: 'studio-when-now-about' })
    : msg('Readers have it as soon as somebody publishes it.', { id: 'studio-when-now-others' });
  const later = msg('Until then, any change to the text ends it.', { id: 'studio-when-at-about' });
  return html`<fieldset class="field version when">
    <legend><h2>${msg('When?', { id: 'studio-when' })}</h2></legend>
    ${
      onlyLater
        ? html`<p class="hint">${later}</p>`
        : html`${option('now', msg('Now', { id: 'studio-when-now' }), now)}
          ${option('at', msg('On a date and time', { id: 'studio-when-at' }), later)}`
    }
    ${when.kind === 'at' || onlyLater ? timeFields(form) : nothing}
  </fieldset>`;
}
