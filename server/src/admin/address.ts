import { states, type ReportFilter } from '../reports/report.js';
import { plainText } from '../people/person-key.js';
import type { PageLanguage } from '../messages/labels.js';

export const reportPath = '/acknowledgements';
export const studioPath = '/studio';
export const exportPath = `${reportPath}/export.csv`;
export const answersPath = (subject: string): string => `${reportPath}/people/${subject}`;

/** What an address of the overview asks for. */
export interface ReportQuery extends ReportFilter {
  /** `social-media@3`; nothing for the first there is. */
  text?: string | undefined;
  /** From 1. */
  page: number;
}

function single(value: unknown): string | undefined {
  // PostgreSQL has no NUL, and no halves of characters. Twice the same parameter is an array, and means nothing.
  return typeof value === 'string' ? plainText(value).slice(0, 200) || undefined : undefined;
}

/** What cannot be meant is left out, never refused: an address is a wish. */
export function readQuery(query: Record<string, unknown>): ReportQuery {
  const asked = single(query['state']);
  const page = single(query['page']);
  return {
    text: single(query['text']),
    state: states.find((state) => state === asked),
    language: single(query['language']),
    audience: single(query['audience']),
    search: single(query['search']),
    page: page !== undefined && /^\d{1,7}$/.test(page) ? Math.max(1, Number(page)) : 1,
  };
}

/** `?lang=nl&text=…`, with what is set. */
export function addressOf(language: PageLanguage, query: Partial<ReportQuery>): string {
  const { text, state, language: spoken, audience, search, page } = query;
  const entries = Object.entries({
    lang: language,
    text,
    state,
    language: spoken,
    audience,
    search,
  })
    .concat(page !== undefined && page > 1 ? [['page', String(page)]] : [])
    .filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `?${new URLSearchParams(entries).toString()}`;
}

export const isFiltered = ({ state, language, audience, search }: ReportFilter): boolean =>
  [state, language, audience, search].some((value) => value !== undefined);
