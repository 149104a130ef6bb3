import type { Database, Queries } from '../database/database.js';
import type { AcknowledgementRecord, Act } from '../records/record.js';

/** A published text, as far as a report needs to know it. */
export interface ReportText {
  policy: string;
  /** Minor versions keep an acknowledgement, so that a report is about a MAJOR. */
  major: number;
  /** Whether people are asked to answer this one now. */
  current: boolean;
  /** ISO 8601 duration after which a confirmation no longer counts. */
  validFor?: string;
  /** Ids of the audiences it is for; nobody named is everybody. */
  audiences: readonly string[];
}

export const states = ['confirmed', 'declined', 'exception', 'expired', 'outstanding'] as const;
export type State = (typeof states)[number];

export type Counts = Record<State, number>;

export interface ReportFilter {
  state?: State | undefined;
  /** Of the person, as HR listed it: `fr` includes `fr-BE`. */
  language?: string | undefined;
  audience?: string | undefined;
  /** Part of a name or an id. */
  search?: string | undefined;
}

export interface ReportRow {
  subject: string;
  /** Null: erased. */
  id: string | null;
  name: string | null;
  email: string | null;
  language: string | null;
  audience: string[];
  left: boolean;
  state: State;
  /** The latest answer to this MAJOR; null where there is none. */
  act: Act | null;
  record: AcknowledgementRecord | null;
  recordedAt: Date | null;
  expiresAt: Date | null;
}

/** What a statement knows of a text, as expressions of SQL. */
interface TextInSql {
  policy: string;
  major: string;
  current: string;
  validFor: string;
  audiences: string;
}

/**
 * Where everybody stands with one text. Of several answers the latest counts; the index has them in
 * this order, as long as policy and MAJOR are the same for all rows that are looked at. Who left or
 * was erased owes nothing, so that theirs neither expires nor is outstanding.
 */
const validity = ({ policy, major, current, validFor, audiences }: TextInSql): string => `
  select s.*, case
    when act is null then 'outstanding'
    when act = 'decline' then 'declined'
    when act = 'request-exception' then 'exception'
    when expires_at <= now() and not gone then 'expired'
    else 'confirmed' end as state
  from (
    select p.subject, p.person_id, p.name, p.language, p.audience, l.act, l.id, l.recorded_at,
      case when l.act = 'acknowledge'
        then (l.recorded_at at time zone 'UTC' + ${validFor}) at time zone 'UTC' end as expires_at,
      p.left_at is not null or p.erased_at is not null as gone
    from policy_receiver.persons p
    left join (
      select distinct on (a.subject) a.subject, a.act, a.recorded_at, a.id
      from policy_receiver.acknowledgements a
      where a.policy = ${policy} and a.major = ${major}
      order by a.subject, a.seq desc
    ) l using (subject)
    where l.id is not null
      or (${current} and p.listed_at is not null and p.left_at is null and p.erased_at is null
        and (${audiences} = '{}' or p.audience = '{}' or p.audience && ${audiences}))
  ) s`;

/** Adds what a statement has to know of a text to its values. */
function addText(text: ReportText, params: unknown[]): TextInSql {
  const { policy, major, current, validFor, audiences } = text;
  const first = params.push(policy, major, current, validFor ?? null, audiences) - 4;
  return {
    policy: `$${first}::text`,
    major: `$${first + 1}::int`,
    current: `$${first + 2}::boolean`,
    validFor: `$${first + 3}::interval`,
    audiences: `$${first + 4}::text[]`,
  };
}

const emptyCounts = (): Counts => ({
  ...{ confirmed: 0, declined: 0, exception: 0, expired: 0, outstanding: 0 },
});

/** The name of a text in addresses: `social-media@3`. */
export const keyOf = ({ policy, major }: Pick<ReportText, 'policy' | 'major'>): string =>
  `${policy}@${major}`;

/** How many stand where, for each text, by {@link keyOf}. One statement, however many there are. */
export async function countStates(
  database: Queries,
  texts: readonly ReportText[],
): Promise<Map<string, Counts>> {
  if (texts.length === 0) return new Map();
  const params: unknown[] = [];
  const rowsOfTexts = texts.map((text) => `(${Object.values(addText(text, params)).join(', ')})`);
  const columns = {
    ...{ policy: 't.policy', major: 't.major', current: 't.current' },
    ...{ validFor: 't.valid_for', audiences: 't.audiences' },
  };
  const { rows } = await database.query<{
    policy: string;
    major: number;
    state: State;
    count: number;
  }>(
    // Text by text, each within its own part of the index.
    `select t.policy, t.major, c.state, c.count
     from (values ${rowsOfTexts.join(', ')}) t (policy, major, current, valid_for, audiences)
     cross join lateral (
       select state, count(*)::int as count from (${validity(columns)}) s group by state) c`,
    params,
  );
  const counts = new Map(texts.map((text) => [keyOf(text), emptyCounts()]));
  for (const row of rows) counts.get(keyOf(row))![row.state] = row.count;
  return counts;
}

interface Row {
  total: number;
  subject: string;
  person_id: string | null;
  name: string | null;
  email: string | null;
  language: string | null;
  audience: string[];
  gone: boolean;
  state: State;
  act: Act | null;
  record: AcknowledgementRecord | null;
  recorded_at: Date | null;
  expires_at: Date | null;
}

const toRow = (row: Row): ReportRow => ({
  subject: row.subject,
  id: row.person_id,
  name: row.name,
  email: row.email,
  language: row.language,
  audience: row.audience,
  left: row.gone && row.person_id !== null,
  state: row.state,
  act: row.act,
  record: row.record,
  recordedAt: row.recorded_at,
  expiresAt: row.expires_at,
});

/** Characters that mean something to LIKE mean themselves. */
const literally = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;

const wishesOf = ({ state, language, audience, search }: ReportFilter): unknown[] => [
  ...[state ?? null, language ?? null, audience ?? null, search ? literally(search) : null],
];

const wished = `($1::text is null or s.state = $1)
  and ($2::text is null or split_part(s.language, '-', 1) = $2)
  and ($3::text is null or $3 = any (s.audience))
  and ($4::text is null or s.name ilike $4 or s.person_id ilike $4)`;

/** What is told of a person beside where they stand, and of what they answered last. */
const details = `coalesce(p.written_id, p.person_id) as person_id, p.name, p.email, p.language,
  p.audience, a.record || jsonb_strip_nulls(jsonb_build_object('reason', r.reason)) as record`;
const withDetails = `join policy_receiver.persons p using (subject)
  left join policy_receiver.acknowledgements a on a.id = s.id
  left join policy_receiver.remarks r on r.acknowledgement = s.id`;

export interface ReportPage {
  /** How many there are with this filter, on all pages. */
  total: number;
  rows: ReportRow[];
}

export interface PageRange {
  offset: number;
  limit: number;
  /** `recent`: the latest answer first, then by name; `name`: by name. */
  order?: 'recent' | 'name';
}

/** Everybody with this filter, by name, part after part: however many there are. */
export async function* streamStates(
  database: Database,
  text: ReportText,
  filter: ReportFilter,
): AsyncIterable<ReportRow[]> {
  const params: unknown[] = wishesOf(filter);
  const sql = `select s.subject, s.state, s.act, s.recorded_at, s.expires_at, s.gone, ${details}
    from (${validity(addText(text, params))}) s ${withDetails}
    where ${wished} order by lower(p.name) nulls last, s.subject`;
  for await (const rows of database.stream<Row>(sql, params, 200)) yield rows.map(toRow);
}

/** Who stands where with one text. */
export async function listStates(
  database: Queries,
  text: ReportText,
  filter: ReportFilter,
  { offset, limit, order = 'recent' }: PageRange,
): Promise<ReportPage> {
  const sorted = `${order === 'recent' ? 's.recorded_at desc nulls last, ' : ''}s.sorted_name nulls last, s.subject`;
  const params: unknown[] = [...wishesOf(filter), offset, limit];
  const { rows } = await database.query<Row>(
    // All are gone through with little about each; the rest is looked up for this page only.
    `with matching as materialized (
       select s.subject, s.state, s.act, s.id, s.recorded_at, s.expires_at, s.gone,
         lower(s.name) as sorted_name
       from (${validity(addText(text, params))}) s
       where ${wished}
     ), page as (
       select *, (select count(*)::int from matching) as total
       from matching s order by ${sorted} offset $5 limit $6
     )
     select s.*, ${details} from page s ${withDetails} order by ${sorted}`,
    params,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(toRow) };
}

export interface Choices {
  languages: string[];
  audiences: string[];
  /** How many people HR listed who have not left. */
  listed: number;
  /** How many of them stand in each audience. */
  sizes: ReadonlyMap<string, number>;
  /** How many of them stand in none: they are asked about every policy. */
  inNone: number;
}

/** What there is to filter by. */
export async function reportChoices(database: Queries): Promise<Choices> {
  const { rows } = await database.query<{
    language: string | null;
    audience: string[];
    listed: number;
  }>(
    // Few kinds of people, however many there are: one walk through all of them.
    `select split_part(language, '-', 1) as language, audience,
       count(*) filter (where listed_at is not null and left_at is null)::int as listed
     from policy_receiver.persons group by 1, 2`,
  );
  const unique = (values: readonly (string | null)[]): string[] =>
    [...new Set(values)].filter((value) => value !== null).sort();
  const count = (holds: (audience: readonly string[]) => boolean): number =>
    rows.reduce((sum, { audience, listed }) => sum + (holds(audience) ? listed : 0), 0);
  const audiences = unique(rows.flatMap(({ audience }) => audience));
  return {
    languages: unique(rows.map(({ language }) => language)),
    audiences,
    listed: count(() => true),
    sizes: new Map(audiences.map((id) => [id, count((audience) => audience.includes(id))])),
    inNone: count((audience) => audience.length === 0),
  };
}

/** Audiences of a text that nobody on the list of people is in; none while there is no list. */
export const emptyAudiences = (
  { audiences }: Pick<ReportText, 'audiences'>,
  { listed, sizes }: Choices,
): string[] => (listed === 0 ? [] : audiences.filter((id) => !sizes.get(id)));

/** Whether anybody on the list of people is asked to answer this text now. */
export const asksSomebody = (
  { audiences, current }: Pick<ReportText, 'audiences' | 'current'>,
  { listed, sizes, inNone }: Choices,
): boolean =>
  current &&
  listed > 0 &&
  (!audiences.length || inNone > 0 || audiences.some((id) => sizes.get(id)));
