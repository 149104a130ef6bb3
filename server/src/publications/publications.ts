import { describeFinding, digestPolicy, readPolicy, type Policy } from 'policy-elements';
import canonicalize from 'canonicalize';
import { LRUCache } from 'lru-cache';
import type { Database, Queries } from '../database/database.js';
import { Problem, type ProblemCode } from '../problem.js';
import type { AcknowledgementRecord } from '../records/record.js';
import { Published } from './shown.js';
import {
  countConfirmed,
  isOlder,
  readKnown,
  stateOf,
  takenTexts,
  type InForce,
  type Known,
  type VersionState,
  type TakenTexts,
  type Version,
} from './versions.js';
import { OperatorError } from '../operator-error.js';

/** The text cannot be published; the message says why and what to do. */
export class PublishError extends OperatorError {
  override name = 'PublishError';

  constructor(
    message: string,
    readonly code: Extract<
      ProblemCode,
      'invalid-policy' | 'not-publishable' | 'version-taken' | 'older-version' | 'not-found'
    > = 'invalid-policy',
  ) {
    super(message);
  }
}

export interface Publication {
  state: 'published' | 'known';
  policy: string;
  version: string;
  digest: string;
}

/** A version, and what it means for who confirmed the one in force. */
export interface Prospect {
  policy: string;
  version: string;
  digest: string;
  state: VersionState;
  /** What is in force. */
  current: InForce | undefined;
  /** Beside what is in force: a new MAJOR asks everybody again. */
  change: 'first' | 'major' | 'minor' | 'none';
  /** How many have confirmed, and would have to again. */
  confirmAgain: number;
}

// How long another server may go on with what was in force.
const fresh = 2_000;

/** The texts that were published, each version for ever. */
export class Publications {
  readonly #database: Database;
  readonly #required: boolean;
  readonly #known = new LRUCache<string, { at: number; known: Promise<Known> }>({ max: 500 });
  readonly #published = new LRUCache<string, Promise<Published>>({ max: 50 });

  /** @param required whether a policy of which nothing was published is refused */
  constructor(database: Database, required: boolean) {
    this.#database = database;
    this.#required = required;
  }

  /**
   * Accepts a text, and puts it in force unless a newer one is.
   * @throws PublishError
   */
  async publish(source: unknown): Promise<Publication> {
    const { state, policy, version, digest } = await this.accept(source);
    const { current } = await this.#knownNow(policy);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (!current || isOlder(current, { major, minor })) await this.putInForce(policy, version);
    return { state, policy, version, digest };
  }

  /**
   * From now on answers to this text are taken, beside those to what is in force.
   * @throws PublishError
   */
  async accept(source: unknown, { dryRun = false } = {}): Promise<Publication> {
    const { policy, source: sound } = await soundPolicy(source);
    const { id, version, status } = policy;
    if (status === 'draft') {
      throw new PublishError(
        `${id} ${version} is a draft. Set its status to "published" first.`,
        'not-publishable',
      );
    }
    const digest = digestPolicy(sound);
    const before = (await this.#knownNow(id)).versions.find((each) => each.version === version);
    if (before) return asBefore({ state: 'known', policy: id, version, digest }, before);
    const publication = { policy: id, version, digest };
    if (dryRun) return { state: 'published', ...publication };
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const { rows } = await this.#database.query(
      `insert into policy_receiver.texts (digest, policy, version, major, minor, status, canonical)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning digest`,
      [digest, id, version, major, minor, status, canonicalize(sound)],
    );
    this.#known.delete(id);
    // Somebody else may have been faster by a moment.
    return rows.length > 0 ? { state: 'published', ...publication } : this.accept(source);
  }

  /**
   * The text that the site shows from now on; it alone retires the MAJOR before it.
   * @throws PublishError where it is older than what is in force, or was never accepted
   */
  async putInForce(policy: string, version: string): Promise<void> {
    await this.#change(policy, async (tx, { versions, current }) => {
      const wanted = versions.find((each) => each.version === version);
      if (!wanted) {
        throw new PublishError(`${policy} ${version} was not accepted here yet.`, 'not-found');
      }
      if (current && isOlder(wanted, current)) {
        throw new PublishError(
          `${policy} ${current.version} is in force, which is newer than ${version}. ` +
            'To go back to an older text, give it a new version.',
          'older-version',
        );
      }
      const withdrawn = wanted.status === 'withdrawn';
      if (current?.digest === wanted.digest && current.withdrawn === withdrawn) return;
      await addPublication(tx, policy, wanted.digest, withdrawn);
    });
  }

  /**
   * Nobody is asked to confirm it any more, until a text is put in force again.
   * @throws PublishError where none is in force
   */
  async withdraw(policy: string): Promise<void> {
    await this.#change(policy, async (tx, { current }) => {
      if (!current) throw new PublishError(`Nothing of ${policy} is in force.`, 'not-found');
      if (!current.withdrawn) await addPublication(tx, policy, current.digest, true);
    });
  }

  /** What a text would mean, or does. */
  async prospect(policy: string, version: string, digest: string): Promise<Prospect> {
    const { current } = await this.#knownNow(policy);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const state = stateOf({ major, minor }, current);
    const base = { policy, version, digest, state, current };
    if (!current) return { ...base, change: 'first', confirmAgain: 0 };
    if (state !== 'accepted') return { ...base, change: 'none', confirmAgain: 0 };
    if (major === current.major) return { ...base, change: 'minor', confirmAgain: 0 };
    const { acknowledgement } = (await this.#publishedOf(current.digest)).policy;
    const confirmAgain = await countConfirmed(
      this.#database,
      policy,
      current.major,
      acknowledgement?.validFor,
    );
    return { ...base, change: 'major', confirmAgain };
  }

  /** Versions, and what is in force, at this moment. */
  known(policy: string): Promise<Known> {
    return this.#knownNow(policy);
  }

  /** Every version of a policy, the newest first. */
  async versions(policy: string): Promise<Version[]> {
    return (await this.#knownNow(policy)).versions;
  }

  /** Every policy of which something was published, with its newest version. */
  async policies(): Promise<{ policy: string; version: string }[]> {
    const { rows } = await this.#database.query<{ policy: string; version: string }>(
      `select distinct on (policy) policy, version from policy_receiver.texts
       order by policy, major desc, minor desc`,
    );
    return rows;
  }

  /** A version as it was published; nothing where there is none. */
  async source(policy: string, version: string): Promise<unknown> {
    const { rows } = await this.#database.query<{ canonical: string }>(
      'select canonical from policy_receiver.texts where policy = $1 and version = $2',
      [policy, version],
    );
    return rows[0] && (JSON.parse(rows[0].canonical) as unknown);
  }

  /** The text of a policy that is in force; nothing where there is none, or it was withdrawn. */
  async current(policy: string): Promise<Policy | undefined> {
    const { current } = await this.#knownNow(policy);
    if (!current || current.withdrawn) return undefined;
    return (await this.#publishedOf(current.digest)).policy;
  }

  /** The text with this digest, as it was published. */
  async text(digest: string): Promise<Published> {
    return this.#publishedOf(digest);
  }

  async saysWithdrawn(digest: string): Promise<boolean> {
    return (await this.#publishedOf(digest)).policy.status === 'withdrawn';
  }

  /** The texts that may be confirmed now; nothing where any may, for want of a published one. */
  async taken(policy: string): Promise<TakenTexts | undefined> {
    const known = await this.#knownOf(policy);
    return known.versions.length > 0 || this.#required ? takenTexts(known) : undefined;
  }

  /** @throws Problem where this is not what was published, or not any more. */
  async check(record: AcknowledgementRecord): Promise<void> {
    const refusal = refuse(record, await this.#knownOf(record.policy), this.#required);
    // It may have been published this moment, at another server: nobody is refused by old news.
    const certain = refusal && refuse(record, await this.#knownNow(record.policy), this.#required);
    if (certain) throw certain;
    const { versions } = await this.#knownOf(record.policy);
    if (versions.length === 0) return;
    const untrue = (await this.#publishedOf(record.digest)).untrue(record);
    if (untrue === undefined) return;
    const detail = 'The published text, shown to this audience in any of its languages, differs.';
    throw new Problem(409, 'unknown-text', detail, `/${untrue}`);
  }

  #knownNow(policy: string): Promise<Known> {
    this.#known.delete(policy);
    return this.#knownOf(policy);
  }

  #knownOf(policy: string): Promise<Known> {
    const before = this.#known.get(policy);
    if (before && Date.now() - before.at < fresh) return before.known;
    const known = readKnown(this.#database, policy);
    this.#known.set(policy, { at: Date.now(), known });
    known.catch(() => this.#known.delete(policy));
    return known;
  }

  /** One at a time for each policy, whatever server it is done at. */
  async #change(policy: string, work: (tx: Queries, known: Known) => Promise<void>): Promise<void> {
    try {
      await this.#database.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [publicationLock, policy]);
        await work(tx, await readKnown(tx, policy));
      });
    } finally {
      this.#known.delete(policy);
    }
  }

  #publishedOf(digest: string): Promise<Published> {
    const known = this.#published.get(digest);
    if (known) return known;
    const published = this.#load(digest);
    this.#published.set(digest, published);
    published.catch(() => this.#published.delete(digest));
    return published;
  }

  async #load(digest: string): Promise<Published> {
    const { rows } = await this.#database.query<{ canonical: string }>(
      'select canonical from policy_receiver.texts where digest = $1',
      [digest],
    );
    const canonical = rows[0]?.canonical ?? 'null';
    const { policy } = readPolicy(JSON.parse(canonical));
    if (!policy) throw new Error(`The published text ${digest} cannot be read.`);
    return new Published(policy, canonical);
  }
}

// Any number will do, as long as no other program on a shared server uses it.
const publicationLock = 730_591;

const addPublication = (
  tx: Queries,
  policy: string,
  digest: string,
  withdrawn: boolean,
): Promise<unknown> =>
  tx.query(
    'insert into policy_receiver.publications (policy, digest, withdrawn) values ($1, $2, $3)',
    [policy, digest, withdrawn],
  );

function asBefore(publication: Publication, before: Version): Publication {
  if (before.digest === publication.digest) return publication;
  throw new PublishError(
    `${publication.policy} ${before.version} was published before, with another text ` +
      `(${before.digest}). What people confirmed does not change: give the new text a new version.`,
    'version-taken',
  );
}

/** Why an answer is not taken, as far as versions say; nothing where it may be. */
function refuse(record: AcknowledgementRecord, known: Known, required: boolean) {
  const { versions, current } = known;
  if (versions.length === 0) {
    if (!required) return undefined;
    return new Problem(409, 'unknown-text', `Nothing of ${record.policy} was published here.`);
  }
  const [major = 0, minor = 0] = record.version.split('.').map(Number);
  const state = stateOf({ major, minor }, current);
  if (state === 'withdrawn') {
    return new Problem(409, 'stale-version', `${record.policy} was withdrawn.`);
  }
  if (current && major < current.major) {
    const detail = `Version ${current.version} has replaced this one.`;
    return new Problem(409, 'stale-version', detail);
  }
  if (versions.some(({ digest }) => digest === record.digest)) return undefined;
  return new Problem(409, 'unknown-text', 'This is not a text that was published.', '/digest');
}

async function soundPolicy(source: unknown) {
  const { policy, findings, source: sound } = readPolicy(source);
  const errors = findings.filter(({ grade }) => grade === 'error');
  if (policy && errors.length === 0) return { policy, source: sound };
  const told = await Promise.all(
    errors
      .slice(0, 10)
      .map(
        async (finding) => `\n  ${finding.pointer || '/'}: ${await describeFinding(finding, 'en')}`,
      ),
  );
  throw new PublishError(`This policy has errors; mend them first.${told.join('')}`);
}
