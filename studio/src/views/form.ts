/** The fields of something, each drawn by its kind. */
import { readField, type Json } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { completed } from '../editor/rich-text.js';
import type { Field } from '../fields/field.js';
import { DURATIONS, durationWords } from '../fields/choices.js';
import { language, languageName, msg, str } from '../localization/localize.js';
import { itemsIn, languagesIn, targetsIn, titleOf } from '../model/policy.js';
import { addressOf } from '../router.js';
import { longSentences } from '../model/readability.js';
import { icon } from '../ui/icon.js';
import { behindView } from './behind.js';
import { askedWordsOn } from './asked-words-on.js';
import { commentsOn } from './comments-on.js';
import { logoField } from './logo.js';
import { answersField, optionsField, textsField } from './lists.js';
import { first, orNothing, richView, write, type Writing } from './writing.js';

const TEXTS = new Set(['line', 'text']);

export function formView(w: Writing, id: string, fields: readonly Field[]): TemplateResult {
  const shown = fields.filter(({ more }) => !more);
  const more = fields.filter((field) => field.more && isUsable(w, field));
  return html`${shown.map((field) => fieldView(w, id, field))}
  ${
    more.length
      ? html`<details class="more">
        <summary>${msg('More about this', { id: 'studio-more' })}${filled(w, id, more) ? html` <span class="muted">(${filled(w, id, more)})</span>` : nothing}</summary>
        <div class="more-fields">${more.map((field) => fieldView(w, id, field))}</div>
      </details>`
      : nothing
  }`;
}

const filled = (w: Writing, id: string, fields: readonly Field[]): number =>
  fields.filter(({ name }) => readField(w.session.draft, id, name) !== undefined).length;

const isUsable = ({ session }: Writing, { target }: Field): boolean =>
  target !== 'audience' || itemsIn(session.draft['audiences']).length > 0;

export function fieldView(w: Writing, id: string, field: Field): TemplateResult {
  const key = `${id || 'policy'}-${field.name.replaceAll('.', '-')}`;
  const notes = w.notes.filter(
    (note) =>
      note.id === id && (note.field === field.name || note.field.startsWith(`${field.name}.`)),
  );
  const isGroup = [
    'switch',
    'some-of',
    'languages',
    'texts',
    'options',
    'answers',
    'image',
  ].includes(field.kind);
  const label = html`<span class="label-text" id="${key}-label">${field.label()}${field.required ? nothing : html` <span class="optional">${msg('optional', { id: 'studio-optional' })}</span>`}</span>`;
  const hint = field.hint
    ? html`<span class="hint" id="${key}-hint">${field.hint()}</span>`
    : nothing;
  const below = html`${sourceView(w, id, field)}${TEXTS.has(field.kind) ? behindView(w, id, field.name) : nothing}${hints(w, id, field, key)}
    ${TEXTS.has(field.kind) || field.kind === 'texts' ? commentsOn(w, id, field.name) : nothing}
    ${field.kind === 'keywords' ? askedWordsOn(w, id) : nothing}
    ${notes.length ? html`<ul class="notes" id="${key}-notes">${notes.map((note) => html`<li class=${note.grade}>${icon(note.grade === 'error' ? 'alert' : 'info')} <span>${note.text}</span></li>`)}</ul>` : nothing}`;
  const described = [field.hint && `${key}-hint`, notes.length && `${key}-notes`]
    .filter(Boolean)
    .join(' ');
  const control = controlView(w, id, field, key, described);
  if (field.kind === 'switch')
    return html`<div class="field switch">${control} ${hint}${below}</div>`;
  if (isGroup) {
    return html`<fieldset class="field" aria-describedby=${described || nothing}><legend>${label}</legend>${hint}${control}${below}</fieldset>`;
  }
  if (field.kind === 'text')
    return html`<div class="field">${label}${hint}${control}${below}</div>`;
  return html`<div class="field"><label for=${key}>${label}</label>${hint}${control}${below}</div>`;
}

/** In another language than the first, what is to be said in it. */
function sourceView(
  w: Writing,
  id: string,
  { name, kind }: Field,
): TemplateResult | typeof nothing {
  const from = first(w.session);
  if (w.lang === from || !TEXTS.has(kind)) return nothing;
  const source = readField(w.session.draft, id, name, from);
  return typeof source === 'string' && source
    ? html`<p class="source" lang=${from}><span class="muted">${languageName(from)}:</span> ${source}</p>`
    : nothing;
}

function hints(
  w: Writing,
  id: string,
  { name, kind }: Field,
  key: string,
): TemplateResult | typeof nothing {
  if (kind !== 'text') return nothing;
  const text = readField(w.session.draft, id, name, w.lang);
  const [long, ...rest] = typeof text === 'string' ? longSentences(text, w.lang) : [];
  if (!long) return nothing;
  const words = rest.length
    ? msg(
        str`${rest.length + 1} sentences are long. The first begins with “${long.begins}…”: ${long.words} words.`,
        { id: 'studio-long-sentences' },
      )
    : msg(str`A long sentence, of ${long.words} words: “${long.begins}…”`, {
        id: 'studio-long-sentence',
      });
  return html`<p class="readability" id="${key}-long">${words}</p>`;
}

function controlView(
  w: Writing,
  id: string,
  field: Field,
  key: string,
  described: string,
): TemplateResult {
  switch (field.kind) {
    case 'text':
      return richView(w, id, field.name, field.label(), field.required, described);
    case 'texts':
      return textsField(w, id, field);
    case 'options':
      return optionsField(w, id, field);
    case 'answers':
      return answersField(w, id, field);
    case 'image':
      return logoField(w, id, field);
    case 'choice':
    case 'duration':
    case 'one-of':
      return selectView(w, id, field, key, described);
    case 'switch':
      return switchView(w, id, field, key);
    case 'some-of':
    case 'languages':
      return someOfView(w, id, field, key);
    case 'keywords':
      return keywordsView(w, id, field, key, described);
    default:
      return inputView(w, id, field, key, described);
  }
}

const INPUT: Readonly<Record<string, { type: string; mode?: string }>> = {
  date: { type: 'date' },
  email: { type: 'email' },
  phone: { type: 'tel' },
  address: { type: 'text', mode: 'url' },
};

/** Fields that are kept when they are left, and are being typed into: drawing does not touch them. */
const typing = new WeakSet<EventTarget>();
const begin = (event: Event): void => void typing.add(event.target!);
const end = (event: Event): void => void typing.delete(event.target!);

const typedOr = (key: string, shown: string): string => {
  const field = document.getElementById(key);
  return field && typing.has(field) ? (field as HTMLInputElement).value : shown;
};

/** What people type, as it is kept: an address with its beginning, an e-mail address without one. */
function tidy(kind: Field['kind'], value: string): string {
  const text = value.trim();
  if (kind === 'address') return completed(text) || text;
  return kind === 'email' ? text.replace(/^mailto:/i, '') : text;
}

function inputView(
  w: Writing,
  id: string,
  field: Field,
  key: string,
  described: string,
): TemplateResult {
  const { name, kind, required } = field;
  const isText = kind === 'line';
  const value = readField(w.session.draft, id, name, isText ? w.lang : undefined);
  const shown = typeof value === 'string' ? value : '';
  const { type = 'text', mode } = INPUT[kind] ?? {};
  const typed = (event: Event): string => (event.target as HTMLInputElement).value;
  const keep = (event: Event): void =>
    write(w, id, name, orNothing(typed(event), required && isText), isText);
  const isKeptAtOnce = !['date', 'address', 'email'].includes(kind);
  const leave = (event: Event): void => {
    end(event);
    const text = tidy(kind, typed(event));
    if (text !== shown && !isText) write(w, id, name, orNothing(text, false));
  };
  return html`<input
    id=${key}
    data-field=${name}
    data-id=${id}
    class="input"
    type=${type}
    inputmode=${mode ?? nothing}
    lang=${isText ? w.lang : nothing}
    aria-describedby=${described || nothing}
    aria-required=${required ? 'true' : nothing}
    ?readonly=${w.readonly}
    autocomplete="off"
    .value=${live(typedOr(key, shown))}
    @input=${isKeptAtOnce ? keep : begin}
    @change=${leave}
    @blur=${end}
  />`;
}

function choicesOf(w: Writing, field: Field): readonly (readonly [string, string])[] {
  if (field.choices) return field.choices();
  if (field.kind === 'duration') return DURATIONS();
  const { draft } = w.session;
  const wanted = (kind: string): boolean =>
    field.target === 'any'
      ? kind === 'item' || kind === 'section'
      : field.target === 'who'
        ? kind === 'audience' || kind === 'contact'
        : kind === field.target;
  return [...targetsIn(draft)]
    .filter(({ kind }) => wanted(kind))
    .map(({ item }) => [item.id, titleOf(item, language(), draft) || item.id]);
}

function selectView(
  w: Writing,
  id: string,
  field: Field,
  key: string,
  described: string,
): TemplateResult {
  const { name, required, otherwise = '' } = field;
  const value = readField(w.session.draft, id, name);
  const current = typeof value === 'string' ? value : otherwise;
  const known = choicesOf(w, field);
  // What stands there and is none of ours is somebody's own word: it stays.
  const choices =
    current && !known.some(([each]) => each === current)
      ? [...known, [current, field.kind === 'duration' ? durationWords(current) : current] as const]
      : known;
  const none = field.target !== undefined && !choices.length;
  return html`${none ? noChoices(w) : nothing}<select
    id=${key}
    data-field=${name}
    data-id=${id}
    class="input"
    ?disabled=${w.readonly || none}
    aria-describedby=${described || nothing}
    @change=${(event: Event) => write(w, id, name, orNothing((event.target as HTMLSelectElement).value, false))}
  >
    ${(required || otherwise) && current ? nothing : html`<option value="" ?selected=${!current}>${field.none?.() ?? msg('– none –', { id: 'studio-none' })}</option>`}
    ${choices.map(([each, label]) => html`<option value=${each} ?selected=${each === current}>${label}</option>`)}
  </select>`;
}

function switchView(w: Writing, id: string, { name, label }: Field, key: string): TemplateResult {
  const value = readField(w.session.draft, id, name) === true;
  return html`<label class="check" for=${key}
    ><input id=${key} data-field=${name} data-id=${id} type="checkbox" .checked=${live(value)} ?disabled=${w.readonly} @change=${(event: Event) => write(w, id, name, (event.target as HTMLInputElement).checked || null)} />
    <span>${label()}</span></label
  >`;
}

const noChoices = ({ session: { policy } }: Writing): TemplateResult =>
  html`<p class="muted">${msg('There is nothing to choose from yet.', { id: 'studio-no-choices' })} <a href=${addressOf({ view: 'people', policy })}>${msg('Add it under People', { id: 'studio-no-choices-add' })}</a></p>`;

function someOfView(w: Writing, id: string, field: Field, key: string): TemplateResult {
  const value = readField(w.session.draft, id, field.name);
  const chosen = Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
  const choices =
    field.kind === 'languages'
      ? [...new Set([...languagesIn(w.session.draft), ...chosen])].map(
          (tag) => [tag, languageName(tag)] as const,
        )
      : choicesOf(w, field);
  const toggle = (each: string, on: boolean): void => {
    const next = on ? [...chosen, each] : chosen.filter((one) => one !== each);
    write(w, id, field.name, next.length ? next : null);
  };
  if (!choices.length) return noChoices(w);
  return html`<div class="checks">
    ${choices.map(
      ([each, label], at) =>
        html`<label class="check"><input id="${key}-${at}" type="checkbox" .checked=${live(chosen.includes(each))} ?disabled=${w.readonly} @change=${(event: Event) => toggle(each, (event.target as HTMLInputElement).checked)} /> <span>${label}</span></label>`,
    )}
  </div>`;
}

function keywordsView(
  w: Writing,
  id: string,
  { name }: Field,
  key: string,
  described: string,
): TemplateResult {
  const value = readField(w.session.draft, id, name, w.lang);
  const shown = Array.isArray(value) ? (value as readonly string[]).join(', ') : '';
  const keep = (event: Event): void => {
    end(event);
    const words = (event.target as HTMLInputElement).value
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    write(w, id, name, words.length ? words : null, true);
  };
  return html`<input id=${key} data-field=${name} class="input" lang=${w.lang} aria-describedby=${described || nothing} ?readonly=${w.readonly} .value=${live(typedOr(key, shown))} @input=${begin} @change=${keep} @blur=${end} />`;
}
