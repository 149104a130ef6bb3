import type { FastifyInstance } from 'fastify';
import { acceptImages, keepImage, sendImage } from '../images/routes.js';
import { notThere, requireRole, studioApi, type Asked, type StudioOptions } from './asked.js';
import { imageAnswer, policyParams } from './schemas.js';

/** Images of a draft: readers see one when the text with it is published. */
export async function draftImages(
  app: FastifyInstance,
  { drafts, rolesOf }: StudioOptions,
): Promise<void> {
  acceptImages(app);
  const path = `${studioApi}/policies/:policy/images`;
  const schema = { summary: 'Keep an image for a policy', params: policyParams };
  app.post(
    path,
    { schema: { ...schema, response: imageAnswer } },
    async (request: Asked, reply) => {
      const person = requireRole(request, rolesOf, 'write');
      const { policy } = request.params;
      if (!(await drafts.read(policy))) throw notThere();
      return reply.code(201).send(await keepImage(drafts.images, policy, request.body, person));
    },
  );
  app.get(`${path}/:which`, { schema: { hide: true } }, async (request: Asked, reply) => {
    requireRole(request, rolesOf);
    const { policy, which: name } = request.params;
    const cache = 'private, max-age=31536000, immutable';
    return sendImage(reply, drafts.images, { policy, name, cache });
  });
}
