import { imagesIn } from '@policy-elements/authoring';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  notThere,
  requireRole,
  studioApi,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import type { Drafts } from '../drafts/drafts.js';
import { policyParams } from '../drafts/schemas.js';
import { sendImage } from '../images/routes.js';
import { makeStrangerHook } from '../identity/auth-hook.js';
import { Problem } from '../problem.js';
import { madeAnswer, previewBody, previewParams, previewsAnswer, shownAnswer } from './schemas.js';

const own = `${studioApi}/policies/:policy/previews`;
const makers = ['write', 'publish', 'approve'] as const;

async function told({ drafts, rolesOf }: StudioOptions, request: Asked) {
  const person = requireRole(request, rolesOf);
  const previews = await drafts.previews.list(request.params.policy, person);
  return {
    previews: previews.map(({ madeAt, endsAt, ...rest }) => ({
      ...rest,
      ...{ madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString() },
    })),
  };
}

/** Making links, and ending them. Stands within the studio's plugin, behind its sign-in. */
export async function previewing(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const { drafts, rolesOf } = options;
  app.get(
    own,
    {
      schema: {
        summary: 'The links that show a draft to somebody without an account',
        ...{ params: policyParams, response: previewsAnswer },
      },
    },
    (request: Asked) => told(options, request),
  );
  app.post(
    own,
    {
      schema: {
        summary: 'Make a link that shows a draft, for a while',
        ...{ params: policyParams, body: previewBody, response: madeAnswer },
      },
    },
    async (request: Asked, reply) => {
      const person = requireRole(request, rolesOf, ...makers);
      const { policy } = request.params;
      if (!(await drafts.read(policy))) throw notThere();
      const { days } = request.body as { days: number };
      const made = await drafts.previews.make(policy, days, person);
      if (made === 'too-many') {
        const detail = 'This policy has as many links as it may have: end one first.';
        throw new Problem(409, 'too-many-previews', detail);
      }
      const { id, token, endsAt } = made;
      // Behind the `#`, where no log and no other site is told of it.
      const path = `/preview/#${token}`;
      return reply.code(201).send({ id, path, endsAt: endsAt.toISOString() });
    },
  );
  app.delete(
    `${own}/:which`,
    {
      schema: {
        summary: 'End a link',
        ...{ params: previewParams, response: previewsAnswer },
      },
    },
    async (request: Asked) => {
      requireRole(request, rolesOf, ...makers);
      await drafts.previews.end(request.params.policy, Number(request.params.which));
      return told(options, request);
    },
  );
}

type Shown = FastifyRequest<{ Params: { preview: string; policy: string; name: string } }>;

const ended = (): Problem =>
  new Problem(404, 'not-found', 'This link shows nothing, or nothing any more.');

const cookieOf = (id: number): string => `policy-preview-${id}`;

function fromCookie({ headers, params }: Shown): string {
  const name = `${cookieOf(Number(params.preview))}=`;
  const all = (headers.cookie ?? '').split(';').map((each) => each.trim());
  return all.find((each) => each.startsWith(name))?.slice(name.length) ?? '';
}

/**
 * What a link shows: one draft, to whoever has it, and nothing else. Nobody signs in here, and
 * nothing can be changed or confirmed.
 */
export async function previewed(
  app: FastifyInstance,
  { drafts, basePath, perMinute }: { drafts: Drafts; basePath: string; perMinute: number },
): Promise<void> {
  // A page asks for its images as well.
  app.addHook('onRequest', await makeStrangerHook(app, perMinute * 3));
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer');
  });
  app.get(
    '/api/preview',
    {
      schema: {
        summary: 'The draft that a link shows',
        description: 'The secret of the link goes in the header `preview-token`. Nobody signs in.',
        security: [],
        response: shownAnswer,
      },
    },
    async (request, reply: FastifyReply) => {
      const token = String(request.headers['preview-token'] ?? '');
      const found = await drafts.previews.find(token);
      const stored = found && (await drafts.read(found.policy));
      if (!found || !stored) throw ended();
      const { acknowledgement: _nothing, ...policy } = stored.draft;
      const { id, endsAt } = found;
      // For images, which come without headers.
      const path = `${basePath}/api/preview/${id}/`;
      const secure = request.protocol === 'https' ? '; Secure' : '';
      const cookie = `${cookieOf(id)}=${token}; Path=${path}; HttpOnly; SameSite=Strict${secure}`;
      return reply.header('set-cookie', cookie).send({ id, policy, endsAt: endsAt.toISOString() });
    },
  );
  app.get(
    '/api/preview/:preview/:policy/images/:name',
    { schema: { hide: true } },
    async (request: Shown, reply) => {
      const { preview, policy, name } = request.params;
      const found = await drafts.previews.find(fromCookie(request));
      if (found?.policy !== policy || found.id !== Number(preview)) throw ended();
      // Only what the text shows, not what was ever added to it.
      const stored = await drafts.read(policy);
      if (!stored || !new Set(imagesIn(stored.draft)).has(name)) throw ended();
      return sendImage(reply, drafts.images, { policy, name, cache: 'no-store' });
    },
  );
}
