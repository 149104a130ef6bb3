import { withdrawnVersion, type Draft } from '@policy-elements/authoring';
import type { FastifyInstance } from 'fastify';
import { digestPolicy } from 'policy-elements';
import {
  notThere,
  requireRole,
  studioApi,
  toAnswer,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { draftAnswer, draftProblems, policyParams } from '../drafts/schemas.js';
import { Problem } from '../problem.js';
import { PublishError } from '../publications/publications.js';
import type { Known } from '../publications/versions.js';
import { dayIn } from '../schedule/time-zone.js';

const withdrawBody = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'reason'],
  properties: {
    version: { type: 'string', maxLength: 20, description: 'The one that was looked at.' },
    reason: {
      ...{ type: 'string', maxLength: 2000 },
      description: 'Kept with the version, as approvals are; readers do not see it.',
    },
  },
} as const;

/** A MINOR of what is in force: nobody confirmed it, and nobody has to. */
function nextMinor({ versions, current }: Known): string {
  const same = versions.filter(({ major }) => major === current!.major);
  return `${current!.major}.${Math.max(...same.map(({ minor }) => minor)) + 1}`;
}

/** The version that says that the policy applies no longer. */
async function versionFor({ drafts, publications }: StudioOptions, policy: string, date: string) {
  const known = await publications!.known(policy);
  const { versions, current } = known;
  if (!current) throw notThere();
  const source = (await publications!.source(policy, current.version)) as Draft;
  if (!current.withdrawn) {
    const earlier = versions.map(({ version }) => [version, `${policy}/${version}/${policy}.json`]);
    const paths = Object.fromEntries(earlier) as Record<string, string>;
    const text = withdrawnVersion(source, { version: nextMinor(known), date }, paths);
    return { text, from: current };
  }
  // Cut off in the middle: it is out, and who did it is not written down yet.
  const log = await drafts.approvals.log(policy, current.digest);
  if (source['status'] === 'withdrawn' && log.length === 0)
    return { text: source, from: undefined };
  throw new Problem(409, 'withdrawn', `${policy} was withdrawn before.`);
}

async function withdraw(options: StudioOptions, request: Asked) {
  const { drafts, publications, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'publish');
  const { policy } = request.params;
  const { version: asked, reason: given } = request.body as { version: string; reason: string };
  const reason = given.replaceAll('\0', '').trim();
  if (reason === '') {
    throw new Problem(400, 'bad-request', 'Say why, for who looks for it later.', '/reason');
  }
  if (!publications) throw notThere();
  const date = dayIn(options.now(), options.timeZone);
  const { text, from } = await versionFor(options, policy, date);
  if (from && from.version !== asked) {
    const detail = `Version ${from.version} is in force: look at it again.`;
    throw new Problem(409, 'stale-version', detail);
  }
  try {
    await publications.publish(text);
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(409, 'not-publishable', error.message);
  }
  const version = text['version'] as string;
  const done = { policy, version, digest: digestPolicy(text), text, from: from?.digest };
  const stored = await drafts.withdrawn({ ...done, remark: reason, fourEyes }, person);
  return toAnswer(stored, { published: await publications.versions(policy), approval: 'none' });
}

/** Withdrawing a policy. Stands within the studio's plugin, behind its sign-in. */
export async function withdrawing(app: FastifyInstance, options: StudioOptions): Promise<void> {
  app.post(
    `${studioApi}/policies/:policy/withdrawal`,
    {
      schema: {
        summary: 'Withdraw a policy, with a reason',
        description:
          'Publishes a MINOR with the same text and the status `withdrawn`: readers see that it no ' +
          'longer applies, and nobody is asked to confirm it. It is back with the next version.',
        ...{ params: policyParams, body: withdrawBody },
        response: { 200: draftAnswer, ...draftProblems },
      },
    },
    (request: Asked) => withdraw(options, request),
  );
}
