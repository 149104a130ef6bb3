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

/**
 * Where everybody stands with every text asked about. Of several answers the latest counts. Who
 * left or was erased owes nothing, so that theirs neither expires nor is outstanding.
 */
const standing = `
  latest as (
    select distinct on (a.policy, a.major, a.subject)
      a.policy, a.major, a.subject, a.act, a.recorded_at, a.id
    from policy_receiver.acknowledgements a join texts using (policy, major)
    order by a.policy, a.major, a.subject, a.seq desc
  ), standing as (
    select t.policy, t.major, p.subject, l.act, l.id, l.recorded_at,
      case when l.act = 'acknowledge' then (l.recorded_at at time zone 'UTC' + t.valid_for) at time zone 'UTC' end
        as expires_at,
      p.left_at is not null or p.erased_at is not null as gone
    from texts t
    cross join policy_receiver.persons p
    left join latest l using (policy, major, subject)
    where l.id is not null
      or (t.current and p.listed_at is not null and p.left_at is null and p.erased_at is null
        and (t.audiences = '{}' or p.audience = '{}' or p.audience && t.audiences))
  ), states as (
    select s.*, case
      when act is null then 'outstanding'
      when act = 'decline' then 'declined'
      when act = 'request-exception' then 'exception'
      when expires_at <= now() and not gone then 'expired'
      else 'confirmed' end as state
    from standing s
  )`;

/** The texts as a table; as values, so that the planner knows how many there are. */
function tableOf(texts: readonly ReportText[], params: unknown[]): string {
  const rows = texts.map(({ policy, major, current, validFor, audiences }) => {
    const start = params.push(policy, major, current, validFor ?? null, audiences) - 4;
    const types = ['text', 'int', 'boolean', 'interval', 'text[]'];
    return `(${types.map((type, index) => `$${start + index}::${type}`).join(', ')})`;
  });
  return `with texts (policy, major, current, valid_for, audiences) as (values ${rows.join(', ')}),`;
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
  const table = tableOf(texts, params);
  const { rows } = await database.query<{
    policy: string;
    major: number;
    state: State;
    count: number;
  }>(
    `${table} ${standing}
     select policy, major, state, count(*)::int as count from states group by 1, 2, 3`,
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
  and ($2::text is null or split_part(p.language, '-', 1) = $2)
  and ($3::text is null or $3 = any (p.audience))
  and ($4::text is null or p.name ilike $4 or p.person_id ilike $4)`;

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
  const sql = `${tableOf([text], params)} ${standing}
    select s.*, coalesce(p.written_id, p.person_id) as person_id, p.name, p.email, p.language,
      p.audience, a.record || jsonb_strip_nulls(jsonb_build_object('reason', r.reason)) as record
    from states s join policy_receiver.persons p using (subject)
    left join policy_receiver.acknowledgements a on a.id = s.id
    left join policy_receiver.remarks r on r.acknowledgement = s.id
    where ${wished} order by lower(p.name) nulls last, s.subject`;
  for await (const rows of database.stream<Row>(sql, params, 1_000)) yield rows.map(toRow);
}

/** Who stands where with one text. */
export async function listStates(
  database: Queries,
  text: ReportText,
  filter: ReportFilter,
  { offset, limit, order = 'recent' }: PageRange,
): Promise<ReportPage> {
  const sorted = `${order === 'recent' ? 's.recorded_at desc nulls last, ' : ''}lower(p.name) nulls last, s.subject`;
  const params: unknown[] = [...wishesOf(filter), offset, limit];
  const { rows } = await database.query<Row>(
    `${tableOf([text], params)} ${standing}, page as (
       select s.*, coalesce(p.written_id, p.person_id) as person_id, p.name, p.email, p.language, p.audience,
         count(*) over ()::int as total, row_number() over (order by ${sorted}) as place
       from states s join policy_receiver.persons p using (subject)
       where ${wished}
       order by place offset $5 limit $6
     )
     select page.*, a.record || jsonb_strip_nulls(jsonb_build_object('reason', r.reason)) as record
     from page
     left join policy_receiver.acknowledgements a on a.id = page.id
     left join policy_receiver.remarks r on r.acknowledgement = page.id
     order by place`,
    params,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(toRow) };
}

export interface Choices {
  languages: string[];
  audiences: string[];
  /** How many people HR listed who have not left. */
  listed: number;
}

/** What there is to filter by. */
export async function reportChoices(database: Queries): Promise<Choices> {
  const { rows } = await database.query<Choices>(
    `select
       array(select distinct split_part(language, '-', 1) from policy_receiver.persons
         where language is not null order by 1) as languages,
       array(select distinct unnest(audience) from policy_receiver.persons order by 1) as audiences,
       (select count(*)::int from policy_receiver.persons
         where listed_at is not null and left_at is null) as listed`,
  );
  return rows[0]!;
}
