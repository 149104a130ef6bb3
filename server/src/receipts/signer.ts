import { sign } from 'node:crypto';
import type { Database } from '../database/database.js';
import type { AcknowledgementRecord } from '../records/record.js';
import { newestKey, readKey, rotateKey, type PublicJwk, type SigningKey } from './keys.js';
import { digestReason, receiptType } from './receipt.js';

export interface SignerOptions {
  /** A private key as JWK text, instead of a folder. */
  key?: string | undefined;
  /** The folder with the private keys; the newest signs, and the first is made here. */
  folder: string;
  /** Who issues the receipts. */
  issuer: string;
}

export interface Signed {
  /** Random id of the person. */
  subject: string;
  recordedAt: Date;
  /** JSON of the record as it is kept: without `reason` and `subject`. */
  kept: string;
  record: AcknowledgementRecord;
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const recheck = 30_000;

/** Signs receipts, and publishes the keys to check them by. */
export class Signer {
  readonly #database: Database;
  readonly #options: SignerOptions;
  readonly #issuer: string;
  readonly #timer: NodeJS.Timeout;
  #key: SigningKey;
  #publicKeys: { at: number; keys: Promise<{ keys: PublicJwk[] }> } | undefined;
  #header: string;

  /** Opens the newest key, and makes the first one. Its public half is in the database from now. */
  static async open(database: Database, options: SignerOptions): Promise<Signer> {
    const key = await currentKey(options);
    await publishKey(database, key.jwk);
    return new Signer(database, options, key);
  }

  private constructor(database: Database, options: SignerOptions, key: SigningKey) {
    this.#database = database;
    this.#options = options;
    this.#issuer = JSON.stringify(options.issuer);
    this.#key = key;
    this.#header = headerOf(key);
    // A key that was rotated in takes over without a restart.
    this.#timer = setInterval(() => void this.refresh().catch(() => {}), recheck).unref();
  }

  get kid(): string {
    return this.#key.kid;
  }

  /** Takes the newest key; it stays with the present one where that cannot be read. */
  async refresh(): Promise<void> {
    const key = await currentKey(this.#options);
    if (key.kid === this.#key.kid) return;
    await publishKey(this.#database, key.jwk);
    this.#publicKeys = undefined;
    this.#key = key;
    this.#header = headerOf(key);
  }

  /** A compact JWS; free text stands in it by its digest, so that it can be erased elsewhere. */
  sign({ subject, recordedAt, kept, record }: Signed): string {
    const { id, reason } = record;
    const why = reason === undefined ? '' : `,"reasonDigest":"${digestReason(id, reason)}"`;
    const payload =
      `{"iss":${this.#issuer},"sub":"${subject}","recordedAt":"${recordedAt.toISOString()}",` +
      `"record":${kept}${why}}`;
    const text = `${this.#header}.${encode(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), this.#key.secret).toString('base64url')}`;
  }

  /** Every public key there ever was, as a JWK Set. */
  publicKeys(): Promise<{ keys: PublicJwk[] }> {
    const known = this.#publicKeys;
    if (known && Date.now() - known.at < recheck) return known.keys;
    const keys = publicKeysOf(this.#database);
    this.#publicKeys = { at: Date.now(), keys };
    // Keys of before are better than none: they never change.
    keys.catch(() => (this.#publicKeys = known));
    return keys.catch((error: unknown) => {
      if (known) return known.keys;
      throw error;
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

const headerOf = ({ kid }: SigningKey): string =>
  encode(JSON.stringify({ alg: 'EdDSA', kid, typ: receiptType }));

async function currentKey({ key, folder }: SignerOptions): Promise<SigningKey> {
  if (key !== undefined) return readKey(key);
  return (await newestKey(folder)) ?? rotateKey(folder);
}

export async function publishKey(database: Database, jwk: PublicJwk): Promise<void> {
  await database.query(
    'insert into policy_receiver.keys (kid, jwk) values ($1, $2::jsonb) on conflict do nothing',
    [jwk.kid, JSON.stringify(jwk)],
  );
}

export async function publicKeysOf(database: Database): Promise<{ keys: PublicJwk[] }> {
  const { rows } = await database.query<{ jwk: PublicJwk }>(
    'select jwk from policy_receiver.keys order by added_at desc, kid',
  );
  return { keys: rows.map(({ jwk }) => jwk) };
}
