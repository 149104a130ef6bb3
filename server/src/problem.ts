import { isUnavailable } from './database/postgres.js';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const titles = {
  'bad-request': 'The request could not be read',
  'invalid-json': 'The body is not valid JSON',
  'invalid-record': 'The record is not valid',
  'id-mismatch': 'Idempotency-Key must be the id of the record',
  'not-signed-in': 'Nobody is signed in',
  'not-allowed': 'You may not see this',
  'cross-origin': 'The request came from another site',
  'demo-only': 'The demo answers this machine only, and knows invented people only',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'This address does not answer that method',
  'stale-version': 'There is a newer version of this policy',
  'unknown-text': 'This is not the published text',
  'other-reader': 'Somebody else is signed in',
  'id-conflict': 'This id already belongs to another record',
  'edit-conflict': 'Somebody else changed the same text',
  'draft-moved': 'The draft is not what it was',
  'draft-exists': 'There is a policy with this name already',
  'not-a-policy': 'This is not a policy',
  'not-an-image': 'This is no image that can be shown',
  'active-image': 'This drawing holds more than a drawing',
  'too-many-images': 'This policy has as many images as it may',
  'too-many-comments': 'This policy has as many comments as it may',
  'too-many-previews': 'This policy has as many links as it may',
  'languages-behind': 'Languages are behind, and nobody chose what becomes of them',
  'not-approved': 'Somebody else has to approve this text first',
  'not-requested': 'Nobody asked for approval of this text',
  'own-text': 'Somebody else approves what you wrote',
  'not-scheduled': 'No version waits to be published',
  'not-publishable': 'This cannot be published yet',
  'invalid-policy': 'The policy has errors',
  'version-mismatch': 'The address names another policy or version than the text does',
  'version-taken': 'This version was published before, with another text',
  'older-version': 'A newer version is in force',
  withdrawn: 'This policy was withdrawn',
  'too-many': 'Too many requests',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'The body must be application/json',
  unavailable: 'The server cannot answer now',
  internal: 'Something went wrong in the server',
} as const;

declare module 'fastify' {
  interface FastifyReply {
    /** What was answered, where it is an error. */
    problem: Problem | undefined;
  }
}

export type ProblemCode = keyof typeof titles;

/** An answer that is an error, in the form of RFC 9457. */
export class Problem extends Error {
  override name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly detail: string,
    readonly pointer?: string,
    /** Seconds, told as Retry-After. */
    readonly retryAfter: number | undefined = status === 503 ? 5 : undefined,
  ) {
    super(detail);
  }

  toJSON(): Record<string, unknown> {
    return {
      type: `urn:policy-elements:problem:${this.code}`,
      title: titles[this.code],
      status: this.status,
      detail: this.detail,
      error: this.code,
      ...(this.pointer !== undefined && { pointer: this.pointer }),
    };
  }
}

function fromValidation(error: FastifyError): Problem {
  const first = error.validation?.[0];
  const part = error.validationContext ?? 'request';
  const unknown = first?.params['additionalProperty'];
  const what =
    typeof unknown === 'string'
      ? `unknown field ${JSON.stringify(unknown)}`
      : first?.message === 'boolean schema is false'
        ? 'does not belong to this act'
        : (first?.message ?? 'is not valid');
  const pointer = first?.instancePath ?? '';
  return new Problem(
    400,
    part === 'body' ? 'invalid-record' : 'bad-request',
    `${part}${pointer}: ${what}`,
    pointer,
  );
}

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return fromValidation(error);
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'too-large', 'At most 64 kB is accepted.');
  if (status === 415) {
    return new Problem(415, 'unsupported-media-type', 'Send the record as application/json.');
  }
  if (status === 503) return new Problem(503, 'unavailable', 'Try again in a moment.');
  if (status >= 400 && status < 500) {
    // The parsers' own words (empty body, bad syntax, __proto__) say nothing that is secret.
    const json = error instanceof SyntaxError || /JSON/.test(error.code ?? '');
    return new Problem(status, json ? 'invalid-json' : 'bad-request', error.message);
  }
  // A connection that broke may have broken after the commit: only the same id tells.
  if (isUnavailable(error)) {
    return new Problem(503, 'unavailable', 'Send it again with the same id in a moment.');
  }
  // What went wrong inside is for the log, not for the caller.
  return new Problem(500, 'internal', 'Send it again with the same id later.');
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.problem = problem;
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .headers(problem.retryAfter === undefined ? {} : { 'retry-after': problem.retryAfter })
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

export function answerProblem(
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) {
    // Without words of its own, a line would take the message of the error.
    request.log.error({ err: error }, titles[problem.code]);
  }
  return sendProblem(reply, problem);
}

export function useProblems(app: FastifyInstance): void {
  app.decorateReply('problem', undefined);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new Problem(404, 'not-found', 'No page or service has this address.')),
  );
}
