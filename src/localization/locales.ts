import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { matchLanguage } from '../policy/text.js';
import { bringKnownWords, type KnownWords } from './formats.js';
import { LANGUAGES, LOADERS } from './generated/languages.js';
import type { Msg, OwnLabels, OwnTemplates } from './label-types.js';

/** Languages the labels of the elements exist in. English stands in the source. */
export const LABEL_LANGUAGES = LANGUAGES;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

/** These, and those that a host has brought. */
const languages: string[] = [...LANGUAGES];
export const labelLanguages: readonly string[] = languages;

/** What the file of a language has. */
interface LanguageFile {
  templates: TemplateMap;
  knownWords?: KnownWords;
}

const loaded = new Map<string, TemplateMap | undefined>([['en', undefined]]);
const loading = new Map<string, Promise<void>>();
const own = new Map<string, OwnTemplates>();
/** Own words that are being read, by language. */
const coming = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

export const isLoaded = (lang: string): boolean => loaded.has(lang) && !coming.has(lang);

/** Translated templates by message id; none for English, or for what could not be loaded. */
export const templatesOf = (lang: string): TemplateMap | undefined => loaded.get(lang);

/** What a host says in its own words; another object once it says more. */
export const ownTemplatesOf = (lang: string): OwnTemplates | undefined => own.get(lang);

/** Calls back when a host's words have come; the function returned ends it. */
export function onOwnLabels(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A label in a language; `form` is that of a count, where there is one. */
export function label(
  lang: string,
  form: string,
  template: Parameters<Msg>[0],
  options: Parameters<Msg>[1],
): unknown {
  const templates = loaded.get(lang);
  const words = own.get(lang);
  const id = options?.id;
  // `x.other` takes the form of the language, `x.few` for example, where it has one.
  const counted = form && id?.replace(/other$/, form);
  if (id && words) {
    const say = words.get(counted || id) ?? words.get(id);
    if (say) return say(template);
  }
  const known = counted && templates && Object.hasOwn(templates, counted);
  return runtimeMsg(templates, template, known ? { id: counted } : options);
}

/** Loads the labels of a language once, and a host's own. Without them the labels stay English. */
export function loadLabels(lang: string): Promise<void> {
  const known = loading.get(lang);
  if (known) return known;
  const promise = Promise.all([load(lang), coming.get(lang)]).then(() => {});
  loading.set(lang, promise);
  return promise;
}

async function load(lang: string): Promise<void> {
  // A language that a host has brought may be a kind of one that is here.
  const base = matchLanguage(lang, LANGUAGES) as LabelLanguage | undefined;
  if (!base || base === 'en') return void loaded.set(lang, undefined);
  try {
    const { templates, knownWords } = (await LOADERS[base]()) as LanguageFile;
    if (knownWords) bringKnownWords(base, knownWords);
    loaded.set(lang, templates);
  } catch (cause) {
    loaded.set(lang, undefined);
    console.warn(
      `policy-elements: the labels for "${base}" could not be loaded; they stay English.`,
      cause,
    );
  }
}

/**
 * Says labels in a host's own words, or brings a language that has none. What it does not name stays
 * as it was; what there is not, the console is told. Resolves when the elements say it.
 */
export const setLabels: (lang: string, labels: OwnLabels) => Promise<void> = take;

function take(lang: string, labels: OwnLabels | string): Promise<void> {
  const tag = languages.find((each) => each.toLowerCase() === lang.toLowerCase()) ?? lang;
  if (tag && !languages.includes(tag)) languages.push(tag);
  const before = coming.get(tag);
  const mine = Promise.all([import('./own-labels.js'), before])
    .then(([{ ownTemplates }]) => {
      const complete = matchLanguage(tag, LANGUAGES) !== undefined;
      own.set(tag, ownTemplates(tag, labels, own.get(tag), complete));
    })
    .catch((cause: unknown) => {
      console.warn(`policy-elements: your labels for "${tag}" are not used.`, cause);
    })
    .then(() => {
      if (coming.get(tag) === mine) coming.delete(tag);
      listeners.forEach((each) => each());
    });
  coming.set(tag, mine);
  loading.delete(tag);
  return mine;
}

const read = new WeakSet<Element>();

/** `<script type="application/json" data-policy-labels lang="de">`, for who writes no script. */
export function readLabelBlocks(): void {
  for (const block of document.querySelectorAll<HTMLElement>('script[data-policy-labels]')) {
    if (read.has(block)) continue;
    read.add(block);
    void take(block.lang, block.textContent ?? '');
  }
}
