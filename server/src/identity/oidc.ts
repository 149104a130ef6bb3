import type { FastifyRequest } from 'fastify';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../problem.js';
import { cookieValue, type Identify, type SignedIn } from './identity.js';

/** Only asymmetric ones: with a shared secret, whoever can check a token can make one. */
export const tokenAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA'],
] as const;

export interface OidcOptions {
  issuer: string;
  audience: string;
  /** Default: as the issuer's own discovery document says. */
  jwksUrl?: string | undefined;
  algorithms?: readonly string[];
  /** Seconds that clocks may differ. */
  clockTolerance?: number;
  /** Claims; default `sub`, `name` and `groups`. */
  idClaim?: string;
  nameClaim?: string;
  groupsClaim?: string;
  /** A cookie that may hold the token, where the sign-in of the intranet sets one. */
  cookie?: string | undefined;
}

function tokenOf(request: Pick<FastifyRequest, 'headers'>, cookie?: string): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    return cookie === undefined ? undefined : cookieValue(request.headers.cookie, cookie);
  }
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

/** Finds the keys once, and again when finding failed. */
function keysOf({ issuer, jwksUrl }: OidcOptions): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async (): Promise<JWTVerifyGetKey> => {
    const url = new URL(jwksUrl ?? (await discover(issuer)));
    return createRemoteJWKSet(url, { timeoutDuration: 5_000, cooldownDuration: 10_000 });
  };
  return () => {
    found ??= find();
    found.catch(() => (found = undefined));
    return found;
  };
}

async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  // Another issuer's document would bring another issuer's keys.
  if (found.issuer === issuer && typeof found.jwks_uri === 'string') return found.jwks_uri;
  throw new Error(`${url} is no discovery document of ${issuer}.`);
}

// The token is at fault; all else is the issuer's, and passes.
const isTokenError = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

/** Whoever the token says, once signature, issuer, audience, algorithm and times are checked. */
export function oidcIdentity(options: OidcOptions): Identify {
  const keys = keysOf(options);
  const { issuer, audience, clockTolerance = 30, cookie } = options;
  const algorithms = [...(options.algorithms ?? tokenAlgorithms)];
  return async (request) => {
    const token = tokenOf(request, cookie);
    if (token === undefined) return undefined;
    const checks = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp'] };
    try {
      const { payload } = await jwtVerify(token, await keys(), checks);
      return personOf(payload, options);
    } catch (error) {
      if (isTokenError(error)) return undefined;
      request.log.error(error, 'the keys of the issuer cannot be had');
      throw new Problem(503, 'unavailable', 'Who you are cannot be checked now. Send it again.');
    }
  };
}

function personOf(payload: JWTPayload, options: OidcOptions): SignedIn | undefined {
  const { idClaim = 'sub', nameClaim = 'name', groupsClaim = 'groups' } = options;
  const id = payload[idClaim];
  const name = payload[nameClaim];
  const groups = payload[groupsClaim];
  if (typeof id !== 'string' || id.trim() === '' || id.length > 500) return undefined;
  return {
    id,
    name: typeof name === 'string' && name.trim() !== '' ? name.slice(0, 500) : id,
    groups: (Array.isArray(groups) ? groups : [groups]).filter(
      (group) => typeof group === 'string',
    ),
  };
}
