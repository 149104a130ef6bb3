/**
 * A version without some of its languages: what is not finished in them is not published with the
 * rest, and comes back into the draft afterwards.
 */
import type { Draft, Json } from './draft.js';

type Holder = Readonly<Record<string, Json>>;

const isHolder = (value: Json | undefined): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const languagesOf = (draft: Draft): readonly string[] =>
  (draft['languages'] ?? []) as readonly string[];

/** A language that the policy no longer lists is one all the same; no field of two or three letters. */
const OTHER = /^(?!(id|src|alt|url|why|act|at)$)[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** Whether something is written in languages: every key of it is one, and one of them is listed. */
const isText = (value: Holder, languages: readonly string[]): boolean => {
  const keys = Object.keys(value);
  const isListed = (key: string): boolean => languages.includes(key);
  return keys.some(isListed) && keys.every((key) => isListed(key) || OTHER.test(key));
};

/** The draft with nothing in these languages. The first language is never left out. */
export function withoutLanguages(draft: Draft, left: readonly string[]): Draft {
  const languages = languagesOf(draft);
  const out = left.filter((lang) => languages.indexOf(lang) > 0);
  if (out.length === 0) return draft;
  const stripped = strip(draft, languages, new Set(out)) as Draft;
  return { ...stripped, languages: languages.filter((lang) => !out.includes(lang)) };
}

/** Nothing, where nothing is left of a text. */
function strip(
  value: Json,
  languages: readonly string[],
  out: ReadonlySet<string>,
): Json | undefined {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((each) => strip(each, languages, out) ?? null);
  }
  if (!isHolder(value)) return value;
  const text = isText(value, languages);
  const kept = Object.entries(value).flatMap(([key, each]) => {
    if (text && out.has(key)) return [];
    const next = strip(each, languages, out);
    return next === undefined ? [] : [[key, next] as const];
  });
  return text && kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The draft with what an earlier state of it holds in languages that it has not. */
export function withLanguagesOf(draft: Draft, before: Draft): Draft {
  const all = languagesOf(before);
  const missing = new Set(all.filter((lang) => !languagesOf(draft).includes(lang)));
  if (missing.size === 0) return draft;
  const back = putBack(draft, before, all, missing) as Draft;
  const added = languagesOf(draft).filter((lang) => !all.includes(lang));
  return { ...back, languages: [...all, ...added] };
}

function putBack(
  now: Json,
  before: Json,
  languages: readonly string[],
  missing: ReadonlySet<string>,
): Json {
  if (Array.isArray(now) && Array.isArray(before)) {
    return (now as readonly Json[]).map((each, at) => {
      const found = counterpart(each, at, now as readonly Json[], before as readonly Json[]);
      return found === undefined ? each : putBack(each, found, languages, missing);
    });
  }
  if (!isHolder(before)) return now;
  // What stands in a list keeps its place there, with nothing of it.
  if (now === null && isText(before, languages) && onlyIn(before, missing)) return before;
  // A text that is there once only is in the first language: it has no other one.
  if (!isHolder(now)) return now;
  const text = isText(before, languages);
  const next: Record<string, Json> = { ...now };
  for (const [key, value] of Object.entries(before)) {
    const current = now[key];
    if (text) {
      if (missing.has(key) && current === undefined) next[key] = value;
    } else if (current !== undefined) next[key] = putBack(current, value, languages, missing);
    else if (isHolder(value) && isText(value, languages) && onlyIn(value, missing)) {
      next[key] = value;
    }
  }
  return next;
}

const onlyIn = (text: Holder, languages: ReadonlySet<string>): boolean =>
  Object.keys(text).every((key) => languages.has(key));

/** By its id where it has one, else where it stands, as long as nothing came or went. */
function counterpart(
  each: Json,
  at: number,
  now: readonly Json[],
  before: readonly Json[],
): Json | undefined {
  if (isHolder(each) && typeof each['id'] === 'string') {
    return before.find((other) => isHolder(other) && other['id'] === each['id']);
  }
  return now.length === before.length ? before[at] : undefined;
}
