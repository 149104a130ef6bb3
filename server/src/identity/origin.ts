import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

const HEADERS = 'acknowledgement-reader, authorization, content-type, idempotency-key';

function isSameHost(origin: string, host: string): boolean {
  // The scheme is left out: behind a proxy that ends TLS, ours is http and the page's https.
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/**
 * A browser says where a request comes from. Programs that are no browser say nothing, and
 * carry no cookie that somebody else could ride on.
 */
export function requireSameOrigin(request: FastifyRequest, allowed: ReadonlySet<string>): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined && allowed.has(origin)) return;
  // No page can make a browser say this. The name of the host may have been lost on its way here.
  if (site === 'same-origin') return;
  const sameHost = origin === undefined || isSameHost(origin, request.host);
  if (site === undefined && sameHost) return;
  const { host } = request;
  request.log.warn(
    { origin, host, site },
    'Refused as sent from another site. If it is yours, let the proxy pass on the Host header, or ' +
      'name the origin in POLICY_ORIGINS.',
  );
  throw new Problem(403, 'cross-origin', 'Only pages of this site may send records here.');
}

/** Lets the pages on the allowed list read the answer (CORS); everybody else is told nothing. */
export function answerAllowedOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: ReadonlySet<string>,
): void {
  const { origin } = request.headers;
  if (allowed.size > 0) reply.header('vary', 'Origin');
  if (origin === undefined || !allowed.has(origin)) return;
  reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-credentials', 'true')
    .header('access-control-expose-headers', 'Retry-After');
  if (request.method === 'OPTIONS') {
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', HEADERS)
      .header('access-control-max-age', '600');
  }
}
