/** The studio's own labels. One language at a time, and changed as a whole. */
import type { msg as litMsg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

import { LANGUAGES, LOADERS } from '../generated/languages.js';

export { str } from '@lit/localize/internal/str-tag.js';

export type Language = (typeof LANGUAGES)[number];
export { LANGUAGES };

const CHOICE = 'policy-studio-language';

let templates: TemplateMap | undefined;
let current: Language = 'en';
const listeners = new Set<() => void>();

/** A label in the language of the studio. Call it only while rendering. */
export const msg: typeof litMsg = ((template, options) =>
  runtimeMsg(templates, template, options)) as typeof litMsg;

export const language = (): Language => current;

/** A label in another language than the studio's; nothing in one that it does not speak. */
export async function labelIn(tag: string, label: () => string): Promise<string | undefined> {
  const other = LANGUAGES.find((each) => each === tag.split('-')[0]!.toLowerCase());
  if (other === undefined) return undefined;
  const spoken = other === 'en' ? undefined : (await LOADERS[other]()).templates;
  const own = templates;
  templates = spoken;
  try {
    return label();
  } finally {
    templates = own;
  }
}

export async function setLanguage(next: Language, remember = true): Promise<void> {
  templates = next === 'en' ? undefined : (await LOADERS[next]()).templates;
  current = next;
  document.documentElement.lang = next;
  if (remember) {
    try {
      localStorage.setItem(CHOICE, next);
    } catch {
      // The next visit begins in the browser's language again.
    }
  }
  for (const listener of listeners) listener();
}

/** Chosen before, else the browser's. */
export function preferredLanguage(): Language {
  const isOurs = (tag: string | null): tag is Language => LANGUAGES.includes(tag as Language);
  try {
    const chosen = localStorage.getItem(CHOICE);
    if (isOurs(chosen)) return chosen;
  } catch {
    // Nothing is remembered.
  }
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOurs) ?? 'en';
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const names = new Map<string, Intl.DisplayNames>();

/** What a language is called, in the studio's. */
export function languageName(tag: string, inLanguage: string = current): string {
  let of = names.get(inLanguage);
  if (!of) names.set(inLanguage, (of = new Intl.DisplayNames([inLanguage], { type: 'language' })));
  const name = (() => {
    try {
      return of.of(tag) ?? tag;
    } catch {
      return tag;
    }
  })();
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
}

const region = (): string => ({ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' })[current];

export const formatDate = (iso: string): string =>
  /^\d{4}-\d\d-\d\d/.test(iso)
    ? new Intl.DateTimeFormat(region(), { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(iso.slice(0, 10)),
      )
    : iso;

/** In the time zone of this browser, where none is named. */
export const formatMoment = (at: number | string, timeZone?: string): string =>
  new Intl.DateTimeFormat(region(), {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(at));

export const formatTime = (at: number): string =>
  new Intl.DateTimeFormat(region(), { timeStyle: 'short' }).format(new Date(at));

export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(region()).format(value);
