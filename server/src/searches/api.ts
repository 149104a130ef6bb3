import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  notThere,
  requireRole,
  studioApi,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { policyParams } from '../drafts/schemas.js';
import { makeStrangerHook } from '../identity/auth-hook.js';
import type { Identify } from '../identity/identity.js';
import { answerAllowedOrigin, requireSameOrigin } from '../identity/origin.js';
import { Problem } from '../problem.js';
import type { Publications } from '../publications/publications.js';
import { least, type SearchCount } from './searches.js';
import { dismissalBody, searchAnswer, searchBody, searchesAnswer } from './schemas.js';

export interface CountOptions {
  searches: SearchCount;
  publications: Publications;
  identify: Identify;
  allowedOrigins: ReadonlySet<string>;
  perMinute: number;
}

interface Sent {
  policy: string;
  lang: string;
  query: string;
}

const path = '/api/searches';

/** Where pages tell what was not found. Nobody has to be signed in, and nothing is said of it. */
export async function countSearches(app: FastifyInstance, options: CountOptions): Promise<void> {
  const { searches, publications, identify, allowedOrigins, perMinute } = options;
  app.addHook('onRequest', await makeStrangerHook(app, perMinute));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    answerAllowedOrigin(request, reply, allowedOrigins);
    if (request.method === 'POST') requireSameOrigin(request, allowedOrigins);
  });
  const schema = {
    summary: 'Count a question that was not answered',
    description:
      'Words, language and policy only, and never who asked. A question with an address, an ' +
      'account, a number or the name of somebody is left out.',
    security: [],
    body: searchBody,
    response: searchAnswer,
  };
  app.post<{ Body: Sent }>(path, { schema, bodyLimit: 4_096 }, async (request, reply) => {
    const { policy, lang, query } = request.body;
    const { current } = await publications.known(policy);
    if (!current) throw new Problem(404, 'not-found', 'No policy has this id.');
    const { languages } = (await publications.text(current.digest)).policy;
    if (!languages.includes(lang)) {
      throw new Problem(400, 'bad-request', 'The policy has no such language.', '/lang');
    }
    // Known here for as long as this takes: one person counts once a day.
    const person = await Promise.resolve(identify(request)).catch(() => undefined);
    await searches.count(policy, lang, query, person ? `person ${person.id}` : request.ip);
    return reply.code(204).send();
  });
  app.options(path, { schema: { hide: true } }, (_request, reply) =>
    reply.code(204).header('allow', 'POST, OPTIONS').send(),
  );
}

/** What was asked and not found, for who writes. Stands within the studio's plugin. */
export async function searchesForAuthors(
  app: FastifyInstance,
  options: StudioOptions,
): Promise<void> {
  const { searches, rolesOf } = options;
  const at = `${studioApi}/policies/:policy/searches`;
  const told = async (request: Asked) => ({
    searches: (await searches?.list(request.params.policy)) ?? [],
    least,
  });
  const checked = (request: FastifyRequest, ...roles: readonly string[]): SearchCount => {
    requireRole(request, rolesOf, ...roles);
    if (searches) return searches;
    throw new Problem(404, 'not-found', 'Questions are not counted here: POLICY_COUNT_SEARCHES.');
  };
  const answer = { params: policyParams, response: searchesAnswer };
  app.get(
    at,
    { schema: { summary: 'What several people asked and did not find', ...answer } },
    async (request: Asked) => {
      checked(request);
      return told(request);
    },
  );
  app.post(
    `${at}/dismissal`,
    { schema: { summary: 'Show a question no longer', body: dismissalBody, ...answer } },
    async (request: Asked) => {
      const { lang, words } = request.body as { lang: string; words: string };
      const count = checked(request, 'write', `translate:${lang}`);
      if (!(await count.dismiss(request.params.policy, lang, words))) throw notThere();
      return told(request);
    },
  );
  app.delete(
    at,
    { schema: { summary: 'Delete all that was counted of a policy', ...answer } },
    async (request: Asked) => {
      await checked(request, 'write').empty(request.params.policy);
      return told(request);
    },
  );
}
