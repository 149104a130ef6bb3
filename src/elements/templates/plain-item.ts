import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../policy/schema.js';
import { textsOf, type PlacedText } from '../../policy/texts.js';
import { ways } from './contact.js';
import { heading } from './heading.js';
import type { Reading } from './reading.js';
import { forWhom, references } from './references.js';
import { labelled, nameOf, plain, rich } from './text.js';
import { allowedWord, anonymityWord, stateWord } from './words.js';

type Holder = Record<string, unknown>;

const HEADINGS = ['title', 'name', 'question', 'label'] as const;
const LIST = /^(.*?)\.?(steps|options|answers|tags)\.\d+(\.label)?$/;

/** An item of any kind: its heading, then every other text of it, then what can be said in a line. */
export function plainItem(
  reading: Reading,
  item: Holder,
  level = reading.level + 1,
): TemplateResult {
  const texts = [...textsOf(item)].map((placed) => ({
    ...placed,
    field: placed.pointer.slice(1).replaceAll('/', '.'),
  }));
  const name = HEADINGS.find((field) => texts.some((placed) => placed.field === field));
  const title = name && (item[name] as Text);
  const told = typeof title === 'string' && name === 'name' ? undefined : reading.text(title)?.lang;
  const rest = texts.filter((placed) => placed.field !== name);
  return html`<li id=${item['id'] ?? nothing}>
    ${title ? heading(level, name === 'name' ? nameOf(reading, title) : plain(reading, title, told), 'item-title') : nothing}
    ${fields(reading, rest, level, told)} ${facts(reading, item)}
    ${forWhom(reading, item['audience'] as string[] | undefined)}
  </li>`;
}

/** Every text in its place; what belongs to a list stands in one. */
export function fields(
  reading: Reading,
  texts: readonly PlacedText[],
  level: number,
  told: string | undefined,
): unknown[] {
  const parts: unknown[] = [];
  for (let at = 0; at < texts.length; at++) {
    const list = listName(texts[at]!);
    if (list === undefined) {
      parts.push(field(reading, texts[at]!, level, told));
      continue;
    }
    let end = at + 1;
    while (end < texts.length && listName(texts[end]!) === list) end++;
    parts.push(textList(reading, list, texts.slice(at, end), told));
    at = end - 1;
  }
  return parts;
}

const listName = ({ field }: PlacedText): string | undefined =>
  LIST.exec(field)?.slice(1, 3).join('.');

function textList(
  reading: Reading,
  name: string,
  texts: readonly PlacedText[],
  told: string | undefined,
): TemplateResult {
  const items = texts.map(
    ({ kind, text }) =>
      html`<li>${kind === 'plain' ? plain(reading, text, told) : rich(reading, text, { told })}</li>`,
  );
  return name.endsWith('steps')
    ? html`<ol class="list">${items}</ol>`
    : html`<ul class="list">${items}</ul>`;
}

function field(
  reading: Reading,
  { field, kind, text }: PlacedText,
  level: number,
  told: string | undefined,
): unknown {
  const name = field.split('.').pop()!;
  if (kind === 'plain') return html`<p>${plain(reading, text, told)}</p>`;
  if (name === 'reply' || name === 'example') {
    return html`<blockquote class="reply">${rich(reading, text, { level: level + 1, told })}</blockquote>`;
  }
  const label = fieldLabel(reading, name);
  return label
    ? labelled(reading, label, text, told)
    : rich(reading, text, { level: level + 1, told });
}

/** What a text says about its item, where the text itself does not tell. */
function fieldLabel({ l10n }: Reading, name: string): string | undefined {
  switch (name) {
    case 'why':
      return l10n.msg('Why', { id: 'why' });
    case 'benefits':
      return l10n.msg('Good for', { id: 'benefits' });
    case 'risks':
      return l10n.msg('Watch out for', { id: 'risks' });
    case 'condition':
      return l10n.msg('On condition', { id: 'condition' });
    case 'consequence':
      return l10n.msg('If you do not keep to it', { id: 'consequence' });
    default:
      return undefined;
  }
}

/** Values that are no texts: addresses, states, dates, durations, references. */
function facts(reading: Reading, item: Holder): TemplateResult | typeof nothing {
  const parts = [...ways(reading, item), ...states(reading, item), ...referred(reading, item)];
  if (!parts.length) return nothing;
  return html`<ul class="facts" role="list">
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

const string = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function states(reading: Reading, item: Holder): unknown[] {
  const { l10n } = reading;
  const { allowed, state, on, anonymous, within, duration } = item;
  return [
    allowedWord(l10n, allowed),
    stateWord(l10n, state),
    string(on) && l10n.formats.date(string(on)!),
    anonymityWord(l10n, anonymous),
    string(within) && [
      l10n.msg('Within', { id: 'within' }),
      ' ',
      l10n.formats.duration(string(within)!),
    ],
    string(duration) && l10n.formats.duration(string(duration)!),
  ].filter(Boolean);
}

function referred(reading: Reading, { who, requires, contact }: Holder): unknown[] {
  const { l10n } = reading;
  const ids = (value: unknown) =>
    [value].flat().filter((each): each is string => typeof each === 'string');
  const line = (label: string, links: TemplateResult[]) =>
    links.length ? html`${label} ${links}` : undefined;
  return [
    line(l10n.msg('For:', { id: 'for' }), references(reading, ids(who))),
    line(
      l10n.msg('Training needed', { id: 'training-needed' }),
      references(reading, ids(requires)),
    ),
    line(l10n.msg('Ask', { id: 'ask' }), references(reading, ids(contact))),
  ].filter(Boolean);
}
