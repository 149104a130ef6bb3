import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

const description = `Receives what readers answered to a policy, and keeps it. Errors are
application/problem+json. A browser's pages must come from the same origin, or from an allowed one.`;

/** Describes every route that is registered from now on, at /openapi.json. */
export function describeApi(app: FastifyInstance, basePath = ''): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'policy-server', version: '1', description, license: { name: 'MIT' } },
      ...(basePath !== '' && { servers: [{ url: basePath }] }),
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          publish: { type: 'http', scheme: 'bearer', description: 'POLICY_PUBLISH_TOKEN' },
        },
      },
      // A cookie or a proxy may say who it is as well: how, is the organisation's choice.
      security: [{ bearer: [] }, {}],
    },
  });
  app.register(async (room) => {
    room.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'no-cache').send(app.swagger()),
    );
  });
}
