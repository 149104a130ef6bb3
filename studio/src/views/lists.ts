/** Fields that are lists: steps, topics, the answers of a quiz, where a question leads. */
import { digestValue, readField, type Json } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../fields/field.js';
import { msg, str } from '../localization/localize.js';
import { itemsIn, sectionsIn, titleOf, type Item } from '../model/policy.js';
import { icon } from '../ui/icon.js';
import { first, orNothing, richView, write, type Writing } from './writing.js';

const listOf = (w: Writing, id: string, name: string): readonly Json[] => {
  const value = readField(w.session.draft, id, name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
};

/** The whole list anew: an entry moves with all its languages. */
function rewrite(w: Writing, id: string, name: string, next: readonly Json[]): void {
  const before = readField(w.session.draft, id, name);
  w.session.edit([
    { id, field: name, baseDigest: digestValue(before), value: next.length ? next : null },
  ]);
}

const swapped = (list: readonly Json[], at: number, by: number): readonly Json[] => {
  const next = [...list];
  [next[at], next[at + by]] = [next[at + by]!, next[at]!];
  return next;
};

function rowButtons(
  w: Writing,
  id: string,
  name: string,
  at: number,
  what: string,
): TemplateResult {
  const list = listOf(w, id, name);
  const button = (
    label: string,
    shape: 'up' | 'down' | 'remove',
    off: boolean,
    work: () => void,
  ): TemplateResult =>
    html`<button type="button" class="quiet-button" aria-label=${label} title=${label} aria-disabled=${String(off)} @click=${() => !off && work()}>${icon(shape)}</button>`;
  if (w.readonly) return html``;
  return html`<span class="row-buttons">
    ${button(msg(str`Move ${what} up`, { id: 'studio-row-up' }), 'up', at === 0, () => rewrite(w, id, name, swapped(list, at, -1)))}
    ${button(msg(str`Move ${what} down`, { id: 'studio-row-down' }), 'down', at === list.length - 1, () => rewrite(w, id, name, swapped(list, at, 1)))}
    ${button(msg(str`Remove ${what}`, { id: 'studio-row-remove' }), 'remove', false, () =>
      rewrite(
        w,
        id,
        name,
        list.filter((_, index) => index !== at),
      ),
    )}
  </span>`;
}

const addButton = (label: string, work: () => void): TemplateResult =>
  html`<button type="button" class="button small" @click=${work}>${icon('add')} ${label}</button>`;

const newText = (w: Writing): Json => ({ [first(w.session)]: '' });

export function textsField(w: Writing, id: string, field: Field): TemplateResult {
  const list = listOf(w, id, field.name);
  const rich = field.name === 'steps';
  const rows = list.map((_, at) => {
    const name = `${field.name}.${at}`;
    const what = `${field.label()} ${at + 1}`;
    return html`<li>
      <div class="row-main">${rich ? richView(w, id, name, what, true) : lineView(w, id, name, what)}</div>
      ${rowButtons(w, id, field.name, at, what)}
    </li>`;
  });
  const add = rich
    ? msg('Add a step', { id: 'studio-s-step-add' })
    : msg('Add a topic', { id: 'studio-topic-add' });
  return html`${rows.length ? html`<ol class="rows ${rich ? 'numbered' : ''}">${rows}</ol>` : nothing}
  ${w.readonly ? nothing : addButton(add, () => rewrite(w, id, field.name, [...list, newText(w)]))}`;
}

const lineView = (w: Writing, id: string, name: string, label: string): TemplateResult => {
  const value = readField(w.session.draft, id, name, w.lang);
  return html`<input class="input" data-id=${id} data-field=${name} lang=${w.lang} aria-label=${label} ?readonly=${w.readonly} .value=${live(typeof value === 'string' ? value : '')} @input=${(event: Event) => write(w, id, name, orNothing((event.target as HTMLInputElement).value, true), true)} />`;
};

export function optionsField(w: Writing, id: string, field: Field): TemplateResult {
  const list = listOf(w, id, field.name);
  const rows = list.map((entry, at) => {
    const correct = (entry as Record<string, Json>)['correct'] === true;
    const what = msg(str`Answer ${at + 1}`, { id: 'studio-answer-n' });
    return html`<li>
      <div class="row-main">
        ${lineView(w, id, `${field.name}.${at}.label`, what)}
        <label class="check"><input type="checkbox" ?disabled=${w.readonly} .checked=${live(correct)} @change=${(event: Event) => write(w, id, `${field.name}.${at}.correct`, (event.target as HTMLInputElement).checked || null)} /> <span>${msg('This is right', { id: 'studio-is-right' })}</span></label>
      </div>
      ${rowButtons(w, id, field.name, at, what)}
    </li>`;
  });
  return html`${rows.length ? html`<ol class="rows">${rows}</ol>` : nothing}
  ${w.readonly ? nothing : addButton(msg('Add an answer', { id: 'studio-answer-add' }), () => rewrite(w, id, field.name, [...list, { label: newText(w) }]))}`;
}

/** Where an answer may lead: what the section holds, and its other questions. */
function leadsTo(w: Writing, id: string): readonly (readonly [string, string])[] {
  const { draft } = w.session;
  const section = sectionsIn(draft).find((each) =>
    itemsIn(each['triage']).some((question) => question.id === id),
  );
  const name = (item: Item): readonly [string, string] => [
    item.id,
    titleOf(item, w.lang, draft) || item.id,
  ];
  return [
    ...itemsIn(section?.['items']).map(name),
    ...itemsIn(section?.['triage'])
      .filter((question) => question.id !== id)
      .map(name),
  ];
}

export function answersField(w: Writing, id: string, field: Field): TemplateResult {
  const list = listOf(w, id, field.name);
  const known = leadsTo(w, id);
  const rows = list.map((entry, at) => {
    const { to = '' } = entry as { to?: string };
    const what = msg(str`Answer ${at + 1}`, { id: 'studio-answer-n' });
    // An item elsewhere in the policy stays, by its id.
    const choices = known.some(([each]) => each === to) ? known : [[to, to] as const, ...known];
    return html`<li>
      <div class="row-main">
        ${lineView(w, id, `${field.name}.${at}.label`, what)}
        <label class="inline-field"><span>${msg('Leads to', { id: 'studio-leads-to' })}</span>
          <select class="input" ?disabled=${w.readonly} @change=${(event: Event) => write(w, id, `${field.name}.${at}.to`, (event.target as HTMLSelectElement).value)}>
            ${choices.map(([each, label]) => html`<option value=${each} ?selected=${each === to}>${label}</option>`)}
          </select></label>
      </div>
      ${rowButtons(w, id, field.name, at, what)}
    </li>`;
  });
  const [[firstTarget = ''] = []] = known;
  return html`${rows.length ? html`<ol class="rows">${rows}</ol>` : nothing}
  ${
    w.readonly
      ? nothing
      : firstTarget
        ? addButton(msg('Add an answer', { id: 'studio-answer-add' }), () =>
            rewrite(w, id, field.name, [...list, { label: newText(w), to: firstTarget }]),
          )
        : html`<p class="muted">${msg('Add a situation first: an answer leads to one.', { id: 'studio-answer-nowhere' })}</p>`
  }`;
}
