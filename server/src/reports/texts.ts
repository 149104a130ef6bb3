import type { Queries } from '../database/database.js';
import type { ReportText } from './report.js';

/** A text in several languages, or in one. */
type Localized = string | Record<string, string>;

export interface KnownText extends ReportText {
  /** Nothing where the text was never published here, and only answers to it are known. */
  title?: Localized;
  /** It is known, and not in force yet. */
  upcoming: boolean;
  audienceTitles: ReadonlyMap<string, Localized>;
}

interface Row {
  policy: string;
  major: number;
  current: boolean;
  upcoming: boolean;
  title: Localized | null;
  audiences: { id: string; title: Localized }[] | null;
  valid_for: string | null;
}

// Published texts were checked when they came in; their JSON can be taken at its word.
const known = `
  with recursive published as (
    select distinct on (t.policy, t.major) t.policy, t.major, canonical::jsonb as json,
      c.major as in_force, coalesce(c.withdrawn, false) as withdrawn
    from policy_receiver.texts t left join policy_receiver.texts_in_force c using (policy)
    order by t.policy, t.major, t.digest = c.digest desc nulls last, t.minor desc
  ), answered as (
    -- From one to the next along the index, past all the answers in between.
    (select policy, major from policy_receiver.acknowledgements order by policy, major limit 1)
    union all
    select next.* from answered
    cross join lateral (
      select policy, major from policy_receiver.acknowledgements a
      where (a.policy, a.major) > (answered.policy, answered.major)
      order by a.policy, a.major limit 1
    ) next
  )
  select policy, major,
    -- What is in force decides; where nothing was published, what was answered.
    coalesce(major = in_force and not withdrawn,
      not bool_or(json is not null) over (partition by policy)
        and major = max(major) over (partition by policy)) as current,
    json is not null and (major > coalesce(in_force, -1)
      -- What is published before the day from which it holds.
      or major = in_force and coalesce(json ->> 'effective' > to_char(now(), 'YYYY-MM-DD'), false)
    ) as upcoming,
    json -> 'title' as title, json -> 'audiences' as audiences,
    json -> 'acknowledgement' ->> 'validFor' as valid_for
  from published full join answered using (policy, major)
  order by policy, major desc`;

/** Every text that was published or answered, by policy, the newest first. */
export async function knownTexts(database: Queries): Promise<KnownText[]> {
  const { rows } = await database.query<Row>(known);
  return rows.map(
    ({ policy, major, current, upcoming, title, audiences, valid_for: validFor }) => ({
      ...{ policy, major, current, upcoming },
      audiences: audiences?.map(({ id }) => id) ?? [],
      audienceTitles: new Map(audiences?.map((audience) => [audience.id, audience.title])),
      ...(title !== null && { title }),
      ...(validFor !== null && { validFor }),
    }),
  );
}

/** In this language, else in the first there is. */
export function inLanguage(text: Localized, language: string): string {
  return typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
}
