import {
  digestAt,
  isTextPlace,
  isThere,
  standingIn,
  textAt,
  wordsOf,
  type Draft,
  type TextPlace,
} from '@policy-elements/authoring';
import type { FastifyInstance } from 'fastify';
import {
  notThere,
  requireRole,
  studioApi,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { policyParams } from '../drafts/schemas.js';
import type { SignedIn } from '../identity/identity.js';
import { Problem } from '../problem.js';
import type { Comment, Thread } from './comments.js';
import {
  answerBody,
  commentBody,
  commentsAnswer,
  resolutionBody,
  threadParams,
} from './schemas.js';

const toSaid = ({ at, ...comment }: Comment) => ({ ...comment, at: at.toISOString() });

/** Who writes the text, and who said it, know whether it is done. */
const mayResolve = (roles: ReadonlySet<string>, { own, on: { lang } }: Thread): boolean =>
  own || roles.has('write') || (lang !== undefined && roles.has(`translate:${lang}`));

async function draftOf({ drafts }: StudioOptions, policy: string): Promise<Draft> {
  const stored = await drafts.read(policy);
  if (!stored) throw notThere();
  return stored.draft;
}

async function told(options: StudioOptions, request: Asked, person: SignedIn) {
  const { policy } = request.params;
  const [draft, threads] = await Promise.all([
    draftOf(options, policy),
    options.drafts.comments.list(policy, person),
  ]);
  const roles = options.rolesOf(person);
  const standing = standingIn(draft);
  return {
    comments: threads.map((thread) => ({
      ...toSaid(thread),
      standing: standing({ ...thread.on, digest: thread.digest }),
      mayResolve: mayResolve(roles, thread),
      resolved: thread.resolved && { ...thread.resolved, at: thread.resolved.at.toISOString() },
      answers: thread.answers.map(toSaid),
    })),
  };
}

/** Without what no text may hold; something has to be left. */
function soundWords(request: Asked): string {
  const words = (request.body as { words: string }).words.replaceAll('\0', '').trim();
  if (words === '') throw new Problem(400, 'bad-request', 'Say something.', '/words');
  return words;
}

const added = (outcome: 'added' | 'too-many'): void => {
  if (outcome === 'added') return;
  throw new Problem(409, 'too-many-comments', 'This policy has as many comments as it may have.');
};

/** A language that nobody made up: `valueOf` is one by its letters. */
const isSpoken = ({ languages }: Draft, { lang }: TextPlace): boolean =>
  lang === undefined || (Array.isArray(languages) && languages.includes(lang));

/** Lists of what has ids are no text; what is in them is. */
const isList = ({ field }: TextPlace): boolean =>
  /^(sections|contacts|audiences|trainings|documents|groups|history|translations|items|triage)$/.test(
    field,
  );

async function comment(options: StudioOptions, request: Asked) {
  const person = requireRole(request, options.rolesOf);
  const { policy } = request.params;
  const { on, digest } = request.body as { on: TextPlace; digest: string };
  const words = soundWords(request);
  const draft = await draftOf(options, policy);
  if (!isTextPlace(on) || !isThere(draft, on) || !isSpoken(draft, on) || isList(on)) {
    throw new Problem(400, 'bad-request', 'There is no such text in this draft.', '/on');
  }
  // What is said about one text must not stand beside another.
  if (digestAt(draft, on) !== digest) {
    throw new Problem(409, 'draft-moved', 'Somebody changed this text: look at it again.');
  }
  const about = wordsOf(textAt(draft, on)).replaceAll('\0', '').slice(0, 2_000);
  added(await options.drafts.comments.add(policy, { on, digest, about, words }, person));
  return told(options, request, person);
}

async function threadOf(options: StudioOptions, request: Asked, person: SignedIn) {
  const { policy, which } = request.params;
  const threads = await options.drafts.comments.list(policy, person);
  const thread = threads.find(({ id }) => id === Number(which));
  if (!thread) throw new Problem(404, 'not-found', 'There is no such comment here.');
  return thread;
}

async function answer(options: StudioOptions, request: Asked) {
  const person = requireRole(request, options.rolesOf);
  const words = soundWords(request);
  const { id } = await threadOf(options, request, person);
  added(await options.drafts.comments.answer(request.params.policy, id, words, person));
  return told(options, request, person);
}

async function resolve(options: StudioOptions, request: Asked) {
  const person = requireRole(request, options.rolesOf);
  const thread = await threadOf(options, request, person);
  if (!mayResolve(options.rolesOf(person), thread)) {
    const detail = 'Whoever writes this text, or said this, decides whether it is done.';
    throw new Problem(403, 'not-allowed', detail);
  }
  const { resolved } = request.body as { resolved: boolean };
  await options.drafts.comments.resolve(request.params.policy, thread.id, resolved, person);
  return told(options, request, person);
}

/** Comments on the texts of a draft. Stands within the studio's plugin, behind its sign-in. */
export async function commenting(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const own = `${studioApi}/policies/:policy/comments`;
  const response = commentsAnswer;
  const params = policyParams;
  app.get(
    own,
    { schema: { summary: 'What was said about the texts of a draft', params, response } },
    (request: Asked) => told(options, request, requireRole(request, options.rolesOf)),
  );
  app.post(
    own,
    { schema: { summary: 'Comment on a text', params, body: commentBody, response } },
    (request: Asked) => comment(options, request),
  );
  app.post(
    `${own}/:which/answers`,
    { schema: { summary: 'Answer a comment', params: threadParams, body: answerBody, response } },
    (request: Asked) => answer(options, request),
  );
  app.put(
    `${own}/:which/resolution`,
    {
      schema: {
        summary: 'Say that a comment is dealt with, or that it is not',
        ...{ params: threadParams, body: resolutionBody, response },
      },
    },
    (request: Asked) => resolve(options, request),
  );
}
