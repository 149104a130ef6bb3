import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  notThere,
  requireRole,
  studioApi,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { policyParams } from '../drafts/schemas.js';
import { mayEdit } from '../drafts/roles.js';
import { Problem } from '../problem.js';
import { fillByMachine, type AskedText } from './fill.js';
import { translateAnswer, translateBody } from './schemas.js';

/** Milliseconds for all of a request: what stands in front of a server seldom waits a minute. */
const longest = 45_000;

/** Who waits for an answer already. */
type Waiting = Set<string>;

/** What is asked for, as far as this person may ask for it. */
async function checked({ drafts, rolesOf, translation }: StudioOptions, request: Asked) {
  const { lang, texts } = request.body as { lang: string; texts: AskedText[] };
  const person = requireRole(request, rolesOf, `translate:${lang}`, 'write');
  if (!translation) {
    const detail = 'No translation service is set: POLICY_TRANSLATION_SERVICE.';
    throw new Problem(404, 'not-found', detail);
  }
  const draft = await drafts.read(request.params.policy);
  if (!draft) throw notThere();
  const [first = 'en', ...others] = (draft.draft['languages'] ?? []) as readonly string[];
  if (!others.includes(lang)) {
    throw new Problem(400, 'bad-request', `The policy is not translated into “${lang}”.`, '/lang');
  }
  const roles = rolesOf(person);
  const asEdit = ({ id, field }: AskedText) => ({ id, field, lang, baseDigest: '', value: '' });
  if (!texts.every((each) => mayEdit(roles, asEdit(each), first))) {
    throw new Problem(403, 'not-allowed', 'Your role does not include this text.');
  }
  return { person, draft, texts, service: translation, languages: { from: first, to: lang } };
}

async function fill(options: StudioOptions, waiting: Waiting, request: Asked, reply: FastifyReply) {
  const { person, draft, texts, service, languages } = await checked(options, request);
  if (waiting.has(person.id)) {
    throw new Problem(429, 'too-many', 'Wait for the texts that are under way.', undefined, 5);
  }
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  waiting.add(person.id);
  try {
    const { results, stored } = await fillByMachine(
      { drafts: options.drafts, service },
      { draft, person, asked: texts },
      {
        languages,
        signal: AbortSignal.any([gone.signal, AbortSignal.timeout(longest)]),
        until: Date.now() + longest,
      },
    );
    const fault = results.find(({ outcome }) => services.has(outcome))?.outcome;
    const { name, host } = service;
    if (fault) request.log.warn({ service: name, host, fault }, 'Texts were not translated');
    return { results, revision: stored.revision, digest: stored.digest };
  } finally {
    waiting.delete(person.id);
  }
}

const services = new Set<string>([
  ...['key', 'quota', 'language', 'refused', 'busy', 'unavailable', 'unreadable'],
]);

/** Texts that are empty, from the translation service that the organisation has set. */
export async function machineTranslating(
  app: FastifyInstance,
  options: StudioOptions,
): Promise<void> {
  const waiting: Waiting = new Set();
  app.post(
    `${studioApi}/policies/:policy/machine-translation`,
    {
      schema: {
        summary: 'Translate empty texts by machine',
        description:
          'By whoever may write that language. What it writes is marked `machine` in `translations` ' +
          'until somebody edits or accepts it; a text that is there is never touched.',
        params: policyParams,
        body: translateBody,
        response: translateAnswer,
      },
    },
    (request: Asked, reply) => fill(options, waiting, request, reply),
  );
}
