import { describeFinding, digestPolicy, readPolicy, type Policy } from 'policy-elements';
import canonicalize from 'canonicalize';
import { Cache } from '../cache.js';
import type { Database } from '../database/database.js';
import { Problem } from '../problem.js';
import type { AcknowledgementRecord } from '../records/record.js';
import { Published } from './shown.js';

/** The text cannot be published; the message says why and what to do. */
export class PublishError extends Error {
  override name = 'PublishError';
}

export interface Publication {
  state: 'published' | 'known';
  policy: string;
  version: string;
  digest: string;
}

interface Version {
  digest: string;
  version: string;
  major: number;
  status: 'published' | 'withdrawn';
}

// How long another server may go on with what was the newest version.
const fresh = 2_000;

/** The texts that were published, each version for ever. */
export class Texts {
  readonly #database: Database;
  readonly #required: boolean;
  readonly #versions = new Cache<{ at: number; versions: Promise<Version[]> }>(500);
  readonly #published = new Cache<Promise<Published>>(50);

  /** @param required whether a policy of which nothing was published is refused */
  constructor(database: Database, required: boolean) {
    this.#database = database;
    this.#required = required;
  }

  /** @throws PublishError */
  async publish(source: unknown): Promise<Publication> {
    const { policy, source: sound } = await soundPolicy(source);
    const { id, version, status } = policy;
    if (status === 'draft') {
      throw new PublishError(`${id} ${version} is a draft. Set its status to "published" first.`);
    }
    const digest = digestPolicy(sound);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const { rows } = await this.#database.query(
      `insert into policy_receiver.texts (digest, policy, version, major, minor, status, canonical)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning digest`,
      [digest, id, version, major, minor, status, canonicalize(sound)],
    );
    this.#versions.delete(id);
    if (rows.length > 0) return { state: 'published', policy: id, version, digest };
    const before = (await this.#versionsOf(id)).find((each) => each.version === version);
    if (before?.digest === digest) return { state: 'known', policy: id, version, digest };
    throw new PublishError(
      `${id} ${version} was published before, with another text (${before?.digest}). ` +
        'What people confirmed does not change: give the new text a new version.',
    );
  }

  /** Every version of a policy, the newest first. */
  versions(policy: string): Promise<Version[]> {
    return this.#versionsOf(policy);
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

  /** The newest text of a policy; nothing where there is none, or where it is withdrawn. */
  async current(policy: string): Promise<Policy | undefined> {
    const [newest] = await this.#versionsOf(policy);
    if (newest?.status !== 'published') return undefined;
    return (await this.#publishedOf(newest.digest)).policy;
  }

  /** @throws Problem where this is not what was published, or not any more. */
  async check(record: AcknowledgementRecord): Promise<void> {
    let versions = await this.#versionsOf(record.policy);
    if (!versions.some(({ digest }) => digest === record.digest)) {
      // It may have been published this moment, at another server.
      this.#versions.delete(record.policy);
      versions = await this.#versionsOf(record.policy);
    }
    const [newest] = versions;
    if (newest === undefined) {
      if (!this.#required) return;
      throw new Problem(409, 'unknown-text', `Nothing of ${record.policy} was published here.`);
    }
    if (newest.status === 'withdrawn') {
      throw new Problem(409, 'stale-version', `${record.policy} was withdrawn.`);
    }
    if (newest.major > Number(record.version.split('.')[0])) {
      throw new Problem(409, 'stale-version', `Version ${newest.version} has replaced this one.`);
    }
    if (!versions.some(({ digest }) => digest === record.digest)) {
      throw new Problem(409, 'unknown-text', 'This is not a text that was published.', '/digest');
    }
    const untrue = (await this.#publishedOf(record.digest)).untrue(record);
    if (untrue === undefined) return;
    const detail = 'The published text, shown to this audience in any of its languages, differs.';
    throw new Problem(409, 'unknown-text', detail, `/${untrue}`);
  }

  async #versionsOf(policy: string): Promise<Version[]> {
    const known = this.#versions.get(policy);
    if (known && Date.now() - known.at < fresh) return known.versions;
    const versions = this.#database
      .query<Version>(
        `select digest, version, major, status from policy_receiver.texts
         where policy = $1 order by major desc, minor desc`,
        [policy],
      )
      .then(({ rows }) => rows);
    this.#versions.set(policy, { at: Date.now(), versions });
    versions.catch(() => this.#versions.delete(policy));
    return versions;
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
    const { policy } = readPolicy(JSON.parse(rows[0]?.canonical ?? 'null'));
    if (!policy) throw new Error(`The published text ${digest} cannot be read.`);
    return new Published(policy);
  }
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
