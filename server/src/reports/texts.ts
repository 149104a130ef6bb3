import type { Queries } from '../database/database.js';
import type { ReportText } from './report.js';

/** A text in several languages, or in one. */
type Localized = string | Record<string, string>;

export interface KnownText extends ReportText {
  /** Nothing where the text was never published here, and only answers to it are known. */
  title?: Localized;
  audienceTitles: ReadonlyMap<string, Localized>;
}

interface Row {
  policy: string;
  major: number;
  newest: boolean;
  status: 'published' | 'withdrawn' | null;
  title: Localized | null;
  audiences: { id: string; title: Localized }[] | null;
  valid_for: string | null;
}

// Published texts were checked when they came in; their JSON can be taken at its word.
const known = `
  with published as (
    select distinct on (policy, major) policy, major, status, canonical::jsonb as json
    from policy_receiver.texts order by policy, major, minor desc
  ), answered as (
    select distinct policy, major from policy_receiver.acknowledgements
  )
  select policy, major, status,
    -- What was published decides; where nothing was, what was answered.
    major = max(major) filter (where status is not null) over (partition by policy)
      or not bool_or(status is not null) over (partition by policy)
        and major = max(major) over (partition by policy) as newest,
    json -> 'title' as title, json -> 'audiences' as audiences,
    json -> 'acknowledgement' ->> 'validFor' as valid_for
  from published full join answered using (policy, major)
  order by policy, major desc`;

/** Every text that was published or answered, by policy, the newest first. */
export async function knownTexts(database: Queries): Promise<KnownText[]> {
  const { rows } = await database.query<Row>(known);
  return rows.map(({ policy, major, newest, status, title, audiences, valid_for: validFor }) => ({
    policy,
    major,
    current: newest && status !== 'withdrawn',
    audiences: audiences?.map(({ id }) => id) ?? [],
    audienceTitles: new Map(audiences?.map((audience) => [audience.id, audience.title])),
    ...(title !== null && { title }),
    ...(validFor !== null && { validFor }),
  }));
}

/** In this language, else in the first there is. */
export function inLanguage(text: Localized, language: string): string {
  return typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
}
