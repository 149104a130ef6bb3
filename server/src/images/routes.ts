import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { IMAGE_NAME, imageAddress } from '@policy-elements/authoring';
import { IMAGE_LIMIT, imageHeaders } from '@policy-elements/authoring/images/image.js';
import { Problem } from '../problem.js';
import type { Person } from '../people/person.js';
import type { Images } from './images.js';

const faults = {
  'too-large': new Problem(413, 'too-large', 'An image has at most two megabytes.'),
  'not-an-image': new Problem(415, 'not-an-image', 'Send a PNG, JPEG, GIF, WebP or SVG.'),
  active: new Problem(415, 'active-image', 'A drawing has no script and asks for nothing.'),
  'too-many': new Problem(409, 'too-many-images', 'There are as many images as there may be.'),
} as const;

const nothing = (): Problem => new Problem(404, 'not-found', 'No image has this address.');

/** An image is sent as it is, and not as JSON; its type is read from what it holds. */
export function acceptImages(app: FastifyInstance): void {
  app.addContentTypeParser(
    /^(image\/[\w.+-]+|application\/octet-stream)/,
    { parseAs: 'buffer', bodyLimit: IMAGE_LIMIT + 1 },
    (_request, body, done) => done(null, body),
  );
}

/** Keeps what was sent, and answers the address that a text shows it by. */
export async function keepImage(
  images: Images,
  policy: string,
  body: unknown,
  person?: Person,
): Promise<{ name: string; src: string }> {
  if (!Buffer.isBuffer(body)) throw faults['not-an-image'];
  const kept = await images.add(policy, body, person);
  if ('fault' in kept) throw faults[kept.fault];
  return { name: kept.name, src: imageAddress(policy, kept.name) };
}

export async function sendImage(
  reply: FastifyReply,
  images: Images,
  { policy, name, cache }: { policy: string; name: string; cache: string },
): Promise<FastifyReply> {
  const bytes = IMAGE_NAME.test(name) ? await images.read(policy, name) : undefined;
  if (!bytes) throw nothing();
  return reply.headers(imageHeaders(name)).header('cache-control', cache).send(Buffer.from(bytes));
}

type Asked = FastifyRequest<{
  Params: { id: string; version?: string; again?: string; name: string };
}>;

/**
 * Images of what is published. A text names them beside itself, so they stand beside each address
 * that the text has.
 */
export async function serveImages(
  app: FastifyInstance,
  { images }: { images: Images },
): Promise<void> {
  const send = async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
    const { id: policy, again = policy, name } = request.params;
    const isShown = again === policy && IMAGE_NAME.test(name);
    if (!isShown || !(await images.isShown(policy, name))) throw nothing();
    const cache = 'public, max-age=31536000, immutable';
    // Pages of other sites that want to be told so may show it as well.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return sendImage(reply, images, { policy, name, cache });
  };
  const hidden = { schema: { hide: true } };
  app.get('/policies/:id/images/:name', hidden, send);
  app.get('/policies/:id/:version/:again/images/:name', hidden, send);
}
