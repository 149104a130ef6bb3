import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError } from '../operator-error.js';

/** A public Ed25519 key as a JWK Set holds it. */
export interface PublicJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
}

export interface SigningKey {
  kid: string;
  secret: KeyObject;
  jwk: PublicJwk;
}

/** The keys cannot be used; the message says why. */
export class KeyError extends OperatorError {
  override name = 'KeyError';
}

/** `kid` is the thumbprint of RFC 7638, so that a key always has the same. */
function describeKey(secret: KeyObject): SigningKey {
  const { crv, kty, x } = createPublicKey(secret).export({ format: 'jwk' });
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) {
    throw new KeyError('A signing key must be a private Ed25519 key.');
  }
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kid, secret, jwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' } };
}

/** @throws KeyError */
export function readKey(text: string): SigningKey {
  try {
    return describeKey(createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' }));
  } catch (error) {
    if (error instanceof KeyError) throw error;
    throw new KeyError('A signing key must be a private Ed25519 key, as a JWK.');
  }
}

const isKeyFile = (name: string): boolean => /^\d{8}T\d{9}Z-[\w-]+\.json$/.test(name);

/** Adds a key to the folder; from now on it signs. */
export async function rotateKey(folder: string): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = describeKey(privateKey);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const moment = new Date().toISOString().replace(/[-:.]/g, '');
  const text = JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: key.kid });
  const file = join(folder, `${moment}-${key.kid}.json`);
  await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
  return key;
}

/** The newest key of the folder; nothing where there is none. */
export async function newestKey(folder: string): Promise<SigningKey | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const newest = names.filter(isKeyFile).sort().at(-1);
  if (newest === undefined) return undefined;
  const file = join(resolve(folder), newest);
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new KeyError(`Others may read ${file}. Make it private: chmod 600 ${file}`);
  }
  return readKey(await readFile(file, 'utf8'));
}
