import type { PageLanguage } from '../messages/labels.js';
import { messagesIn } from '../messages/messages.js';
import type { Choices, Counts, ReportRow } from '../reports/report.js';
import { inLanguage, type KnownText } from '../reports/texts.js';
import type { ReportQuery } from './address.js';

/** What the report shows. */
export interface ReportView {
  language: PageLanguage;
  query: ReportQuery;
  texts: readonly KnownText[];
  /** Of every text, by its key. */
  counts: ReadonlyMap<string, Counts>;
  /** The one shown; nothing where there is none yet. */
  text: KnownText | undefined;
  choices: Choices;
  /** With this filter, on all pages. */
  total: number;
  rows: readonly ReportRow[];
  timeZone: string;
  demo: boolean;
  /** Path of the site under which the pages stand. */
  basePath: string;
  /** Address of the organisation's own style sheet. */
  stylesheet?: string | undefined;
  /** Where "back" leads, where there is a site around this page. */
  home?: string | undefined;
  /** Where policies are written, for who has a part in that. */
  studio?: string | undefined;
}

/** "Social media policy, version 3" */
export function nameOf(known: KnownText, language: PageLanguage): string {
  const title = known.title === undefined ? known.policy : inLanguage(known.title, language);
  return `${title}, ${messagesIn(language).major(String(known.major))}`;
}

/** As this text names the audience, else as another does; its id where no policy knows it. */
export function audienceTitle(
  { texts, language }: ReportView,
  text: KnownText,
  id: string,
): string {
  const named = [text, ...texts].find(({ audienceTitles }) => audienceTitles.has(id));
  return inLanguage(named?.audienceTitles.get(id) ?? id, language);
}
