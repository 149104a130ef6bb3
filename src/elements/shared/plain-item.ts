import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../policy/schema.js';
import { textsOf, type PlacedText } from '../../policy/texts.js';
import { transports } from './contact.js';
import { heading } from './heading.js';
import type { PolicyView } from './policy-view.js';
import { forWhom, references } from './references.js';
import { labelled, nameOf, plain, rich } from './text.js';
import { allowedWord, anonymityWord, kindWord, stateWord } from './state-words.js';

type Holder = Record<string, unknown>;

const HEADINGS = ['title', 'name', 'question', 'label'] as const;
const LIST = /^(.*?)\.?(steps|options|answers|tags)\.\d+(\.label)?$/;

/**
 * An item of any kind: its heading, then every other text of it, then what can be said in a line.
 * @param isOwn of a type of the host's own
 */
export function plainItem(
  view: PolicyView,
  item: Holder,
  level = view.level + 1,
  isOwn = false,
): TemplateResult {
  const texts = [...textsOf(item, '', isOwn)].map((placed) => ({
    ...placed,
    field: placed.pointer.slice(1).replaceAll('/', '.'),
  }));
  const name = HEADINGS.find((field) => texts.some((placed) => placed.field === field));
  const title = name && (item[name] as Text);
  const told = typeof title === 'string' && name === 'name' ? undefined : view.text(title)?.lang;
  // Before the title: “post photos of clients” is no advice.
  const kind = kindWord(view.l10n, item['kind']);
  const rest = texts.filter((placed) => placed.field !== name);
  return html`<li id=${typeof item['id'] === 'string' ? view.idOf(item['id']) : nothing} ?data-more=${view.more.has(String(item['id']))}>
    ${kind ? html`<p class="kind">${kind}</p>` : nothing}
    ${title ? heading(level, name === 'name' ? nameOf(view, title) : plain(view, title, told), 'item-title') : nothing}
    ${fields(view, rest, level, told)} ${facts(view, item)}
    ${forWhom(view, item['audience'] as string[] | undefined)}
  </li>`;
}

/** Every text in its place; what belongs to a list stands in one. */
export function fields(
  view: PolicyView,
  texts: readonly PlacedText[],
  level: number,
  told: string | undefined,
): unknown[] {
  const parts: unknown[] = [];
  for (let at = 0; at < texts.length; at++) {
    const list = listName(texts[at]!);
    if (list === undefined) {
      parts.push(field(view, texts[at]!, level, told));
      continue;
    }
    let end = at + 1;
    while (end < texts.length && listName(texts[end]!) === list) end++;
    parts.push(textList(view, list, texts.slice(at, end), told));
    at = end - 1;
  }
  return parts;
}

const listName = ({ field }: PlacedText): string | undefined =>
  LIST.exec(field)?.slice(1, 3).join('.');

function textList(
  view: PolicyView,
  name: string,
  texts: readonly PlacedText[],
  told: string | undefined,
): TemplateResult {
  const items = texts.map(
    ({ kind, text }) =>
      html`<li>${kind === 'plain' ? plain(view, text, told) : rich(view, text, { told })}</li>`,
  );
  return name.endsWith('steps')
    ? html`<ol class="list">${items}</ol>`
    : html`<ul class="list">${items}</ul>`;
}

function field(
  view: PolicyView,
  { field, kind, text }: PlacedText,
  level: number,
  told: string | undefined,
): unknown {
  const name = field.split('.').pop()!;
  if (kind === 'plain') return html`<p>${plain(view, text, told)}</p>`;
  if (name === 'reply' || name === 'example') {
    return html`<blockquote class="reply">${rich(view, text, { level: level + 1, told })}</blockquote>`;
  }
  const label = fieldLabel(view, name);
  return label ? labelled(view, label, text, told) : rich(view, text, { level: level + 1, told });
}

/** What a text says about its item, where the text itself does not tell. */
function fieldLabel({ l10n }: PolicyView, name: string): string | undefined {
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
      return l10n.msg('If you do not follow it', { id: 'consequence' });
    default:
      return undefined;
  }
}

/** Values that are no texts: addresses, states, dates, durations, references. */
function facts(view: PolicyView, item: Holder): TemplateResult | typeof nothing {
  const parts = [...transports(view, item), ...states(view, item), ...referred(view, item)];
  if (!parts.length) return nothing;
  return html`<ul class="facts" role="list">
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

const string = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function states(view: PolicyView, item: Holder): unknown[] {
  const { l10n } = view;
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

function referred(view: PolicyView, { who, requires, contact }: Holder): unknown[] {
  const { l10n } = view;
  const ids = (value: unknown) =>
    [value].flat().filter((each): each is string => typeof each === 'string');
  const line = (label: string, links: TemplateResult[]) =>
    links.length ? html`${label} ${links}` : undefined;
  return [
    line(l10n.msg('For:', { id: 'for' }), references(view, ids(who))),
    line(l10n.msg('Training needed', { id: 'training-needed' }), references(view, ids(requires))),
    line(l10n.msg('Ask', { id: 'ask' }), references(view, ids(contact))),
  ].filter(Boolean);
}
