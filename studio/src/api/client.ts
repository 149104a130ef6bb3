/** What the studio asks of whoever keeps the drafts: a server, or the command line for one file. */
import type { Draft, Edit, Json, Schedule, TextPlace } from '@policy-elements/authoring';
import { API } from '../base.js';
import type { Thread } from './comments.js';

export interface Me {
  /** Opaque: whose unsaved texts this browser holds. */
  key: string;
  name: string;
  roles: string[];
  /** What fills in empty texts, where the organisation set one. */
  translation?: { name: string; host: string };
  /** Nobody approves what they wrote, and nothing is published without. */
  fourEyes?: boolean;
  /** Whether what readers ask and do not find is counted. */
  searches?: boolean;
  /** The name of the one file that is open, where there is no server. */
  file?: string;
  /** Where everybody's answers stand, for who may see them. */
  report?: string;
  /** The site around the studio. */
  home?: string;
  /** For who writes: by language, the names of who translates into it, and of groups with an @. */
  translators?: Readonly<Record<string, readonly string[]>>;
}
/** A group on the list of people. */
export interface PeopleGroup {
  id: string;
  people: number;
  /** As a published policy names it. */
  title?: Json;
}
export interface PeopleGroups {
  /** People on the list who have not left. */
  listed: number;
  /** Of these, people in no group: they are asked about every policy. */
  inNone: number;
  audiences: PeopleGroup[];
}
export interface ListedPolicy {
  id: string;
  title: Json;
  languages: string[];
  published?: string;
  changed: boolean;
  approval?: ApprovalState;
  updatedAt?: string;
  updatedBy?: string;
  /** What waits to be published by itself. */
  scheduled?: { version: string; at: string };
  /** What waits for whoever translates, in each of their languages. */
  waits?: Waiting[];
}
export interface Waiting {
  lang: string;
  missing: number;
  stale: number;
  machine: number;
  /** That are not dealt with. */
  comments: number;
}
export interface OpenDraft {
  policy: Draft;
  revision: number;
  digest: string;
  base?: { version: string; digest: string };
  published?: { version: string; digest: string; status: string }[];
  /** A version published elsewhere since this draft was begun. */
  newer?: string;
  approval?: ApprovalState;
  /** Languages that this candidate leaves out. */
  leftOut?: string[] | undefined;
  /** When the draft as it is will be published by itself. */
  scheduled?: string | undefined;
}
/** Of the draft as it is: any change makes it `none`. */
export type ApprovalState = 'none' | 'requested' | 'approved' | 'rejected';
export interface ApprovalEntry {
  act:
    'requested' | 'approved' | 'rejected' | 'published' | 'scheduled' | 'unscheduled' | 'withdrawn';
  version: string;
  digest: string;
  /** Of the draft that it was done about. */
  revision: number;
  /** Nothing where the person was erased. */
  person?: string;
  at: string;
  remark?: string;
}
export interface Approvals {
  state: ApprovalState;
  /** Nobody approves what they wrote, and nothing is published without. */
  fourEyes: boolean;
  /** Whether one wrote some of what is not published yet. */
  own: boolean;
  log: ApprovalEntry[];
  /** While it is asked for: who hears of it by mail, and who does not. */
  told?: { mailed: string[]; others: string[] };
}
export interface ApprovalRecord {
  policy: string;
  version: string;
  digest: string;
  log: ApprovalEntry[];
}
/** A link that shows a draft to somebody without an account. */
export interface PreviewLink {
  id: number;
  /** Nothing where the person was erased. */
  madeBy?: string;
  madeAt: string;
  endsAt: string;
}
export interface SavedDraft {
  revision: number;
  digest: string;
  before: number;
  policy?: Draft;
}
export interface ToldConflict {
  index: number;
  reason: 'changed' | 'gone';
  theirs: Json;
  yours: Json;
}
/** What a file of a draft would change here. */
export interface LookedAt {
  /** As it would stand here. */
  policy: Draft;
  present?: { policy: Draft; digest: string };
}
export interface AskedQuestion {
  lang: string;
  words: string;
  /** How often. */
  asked: number;
}
export interface AskedQuestions {
  searches: AskedQuestion[];
  least: number;
}
/** What became of a text that was to be translated by machine. */
export type MachineOutcome =
  | 'written'
  | 'not-empty'
  | 'gone'
  | 'broken'
  | 'too-long'
  | 'refused'
  | 'key'
  | 'quota'
  | 'language'
  | 'busy'
  | 'unavailable'
  | 'unreadable';
export interface ListedRevision {
  revision: number;
  kind: 'created' | 'published' | 'restored' | 'autosave';
  author?: string;
  at: string;
  version?: string;
  digest: string;
}
export interface Someone {
  name: string;
  at: string;
}
export interface ReleaseInput {
  digest: string;
  version: string;
  date: string;
  summary: Json;
  /** From when it holds. */
  effective?: string;
  /** Languages that this version leaves out. */
  without?: readonly string[];
  /** Languages that are published as they are, whatever is missing. */
  fallback?: readonly string[];
}

export interface PlanInput extends Omit<ReleaseInput, 'date'> {
  at: string;
  timeZone: string;
}

/** The answer was no answer, or an error; `status` 0 is no connection. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(`${status} ${code}`);
  }
  get conflicts(): ToldConflict[] {
    return (this.body['conflicts'] as ToldConflict[] | undefined) ?? [];
  }
  /** Whether the same may go well later. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.status === 401;
  }
}

const OCTETS = 'application/octet-stream';

async function ask<Answer>(
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Answer> {
  const isBlob = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(API + path, {
      method,
      credentials: 'same-origin',
      ...init,
      headers: {
        ...(body !== undefined && { 'content-type': isBlob ? OCTETS : 'application/json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
      ...(body !== undefined && { body: isBlob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, 'no-connection');
  }
  const answer = await (response.json() as Promise<Record<string, unknown>>).catch(() => undefined);
  // An answer that broke off says nothing, whatever it began with.
  if (response.ok && answer === undefined) throw new ApiError(0, 'no-connection');
  if (response.ok) return answer as Answer;
  throw new ApiError(
    response.status,
    (answer?.['error'] as string | undefined) ?? 'unknown',
    answer,
  );
}

const of = (policy: string): string => `/policies/${encodeURIComponent(policy)}`;

const threads = async (
  method: string,
  policy: string,
  path = '',
  body?: unknown,
): Promise<Thread[]> =>
  (await ask<{ comments: Thread[] }>(method, `${of(policy)}/comments${path}`, body)).comments;

const schedule = async (method: string, policy: string): Promise<Schedule | undefined> =>
  (await ask<{ schedule: Schedule | null }>(method, `${of(policy)}/schedule`)).schedule ??
  undefined;

const links = async (method: string, policy: string, path = ''): Promise<PreviewLink[]> =>
  (await ask<{ previews: PreviewLink[] }>(method, `${of(policy)}/previews${path}`)).previews;

export const api = {
  me: () => ask<Me>('GET', '/me'),
  audiences: () => ask<PeopleGroups>('GET', '/audiences'),
  list: async () => (await ask<{ policies: ListedPolicy[] }>('GET', '/policies')).policies,
  create: (policy: Draft) => ask<OpenDraft>('POST', '/policies', { policy }),
  open: (policy: string) => ask<OpenDraft>('GET', of(policy)),
  save: (policy: string, edits: readonly Edit[], revision: number, keepalive = false) =>
    ask<SavedDraft>(
      'PATCH',
      of(policy),
      { edits },
      { keepalive, headers: { 'studio-revision': String(revision) } },
    ),
  presence: (policy: string, at: string) =>
    ask<{
      others: Someone[];
      revision?: number;
      approval?: ApprovalState;
      scheduled?: string;
    }>('POST', `${of(policy)}/presence`, { at }),
  leave: (policy: string) =>
    ask<unknown>('POST', `${of(policy)}/presence`, { gone: true }, { keepalive: true }),
  /** Answers the address that a text shows the image by. */
  keepImage: (policy: string, image: Blob) =>
    ask<{ src: string }>('POST', `${of(policy)}/images`, image),
  revisions: async (policy: string) =>
    (await ask<{ revisions: ListedRevision[] }>('GET', `${of(policy)}/revisions`)).revisions,
  revision: async (policy: string, revision: number) =>
    (await ask<{ policy: Draft }>('GET', `${of(policy)}/revisions/${revision}`)).policy,
  version: async (policy: string, version: string) =>
    (await ask<{ policy: Draft }>('GET', `${of(policy)}/versions/${version}`)).policy,
  earlierSources: async (policy: string, lang: string) =>
    (
      await ask<{ sources: { id: string; field: string; text: string }[] }>(
        'GET',
        `${of(policy)}/earlier-sources/${encodeURIComponent(lang)}`,
      )
    ).sources,
  restore: (policy: string, revision: number) =>
    ask<OpenDraft>('POST', `${of(policy)}/restore`, { revision }),
  publish: (policy: string, release: ReleaseInput) =>
    ask<OpenDraft>('POST', `${of(policy)}/publish`, release),
  draftFile: (policy: string) => ask<unknown>('GET', `${of(policy)}/file`),
  lookAtFile: (file: unknown) => ask<LookedAt>('POST', '/file/look', { file }),
  takeFile: (file: unknown, expected?: string) =>
    ask<OpenDraft>('POST', '/file', { file, ...(expected !== undefined && { expected }) }),
  searches: (policy: string) => ask<AskedQuestions>('GET', `${of(policy)}/searches`),
  dismissSearch: (policy: string, lang: string, words: string) =>
    ask<AskedQuestions>('POST', `${of(policy)}/searches/dismissal`, { lang, words }),
  translateByMachine: async (
    policy: string,
    lang: string,
    texts: readonly { id: string; field: string }[],
  ) =>
    (
      await ask<{ results: { outcome: MachineOutcome }[] }>(
        'POST',
        `${of(policy)}/machine-translation`,
        { lang, texts },
      )
    ).results,
  schedule: (policy: string) => schedule('GET', policy),
  plan: (policy: string, input: PlanInput) =>
    ask<OpenDraft>('PUT', `${of(policy)}/schedule`, input),
  callOff: (policy: string) => schedule('DELETE', policy),
  withdraw: (policy: string, version: string, reason: string) =>
    ask<OpenDraft>('POST', `${of(policy)}/withdrawal`, { version, reason }),
  approvals: (policy: string) => ask<Approvals>('GET', `${of(policy)}/approvals`),
  requestApproval: (policy: string, release: ReleaseInput) =>
    ask<OpenDraft>('POST', `${of(policy)}/approvals/request`, release),
  decide: (policy: string, digest: string, decision: 'approved' | 'rejected', remark: string) =>
    ask<Approvals>('POST', `${of(policy)}/approvals/decision`, {
      ...{ digest, decision },
      ...(remark && { remark }),
    }),
  approvalRecord: (policy: string, version: string) =>
    ask<ApprovalRecord>('GET', `${of(policy)}/versions/${encodeURIComponent(version)}/approvals`),
  previews: (policy: string) => links('GET', policy),
  makePreview: (policy: string, days: number) =>
    ask<{ id: number; path: string }>('POST', `${of(policy)}/previews`, { days }),
  endPreview: (policy: string, id: number) => links('DELETE', policy, `/${id}`),
  comments: (policy: string) => threads('GET', policy),
  comment: (policy: string, body: { on: TextPlace; digest: string; words: string }) =>
    threads('POST', policy, '', body),
  answer: (policy: string, thread: number, words: string) =>
    threads('POST', policy, `/${thread}/answers`, { words }),
  resolve: (policy: string, thread: number, resolved: boolean) =>
    threads('PUT', policy, `/${thread}/resolution`, { resolved }),
};
export type Api = typeof api;
