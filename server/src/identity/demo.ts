import type { FastifyInstance } from 'fastify';
import { demoCookie, demoPeople, isLoopback } from './identity.js';
import { requireSameOrigin } from './origin.js';
import { Problem } from '../problem.js';

export const demoUserPath = '/demo-user';

/** A path of this site, so that the form cannot send anybody elsewhere. */
function safeReturn(path: string | null, basePath: string): string {
  return path !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\')
    ? path
    : `${basePath}/acknowledgements`;
}

/** In a demo everybody may be anybody; therefore nobody from elsewhere may come in. */
export function guardDemo(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.socket.remoteAddress ?? '')) {
      throw new Problem(403, 'demo-only', 'Give createPolicyServer an identify function first.');
    }
    // A server of somebody's intranet names a real person: that would be recorded as an invented one.
    if (request.headers['x-remote-user'] !== undefined) {
      throw new Problem(403, 'demo-only', 'Start the server with --identity proxy.');
    }
  });
}

/** `POST /demo-user` with `person` (and `return`) from a plain form: be somebody else. */
export async function demoUser(
  app: FastifyInstance,
  { basePath = '' }: { basePath?: string },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 2048 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.post<{ Body: URLSearchParams }>(
    demoUserPath,
    { schema: { hide: true } },
    async (request, reply) => {
      requireSameOrigin(request, new Set());
      const id = request.body?.get('person');
      const person = demoPeople.find((candidate) => candidate.id === id);
      if (!person) throw new Problem(400, 'bad-request', 'Choose one of the people of the demo.');
      return reply
        .header('cache-control', 'no-store')
        .header('set-cookie', `${demoCookie}=${person.id}; Path=/; HttpOnly; SameSite=Lax`)
        .redirect(safeReturn(request.body.get('return'), basePath), 303);
    },
  );
}
