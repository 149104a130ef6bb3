import type { FastifyInstance } from 'fastify';
import type { PublicJwk } from './keys.js';

export interface PublicKeysOptions {
  signer: { publicKeys(): Promise<{ keys: PublicJwk[] }> } | undefined;
}

const schema = {
  summary: 'The public keys of all receipts, as a JWK Set',
  response: {
    200: {
      type: 'object',
      required: ['keys'],
      properties: {
        keys: { type: 'array', items: { type: 'object', additionalProperties: true } },
      },
    },
  },
};

/** Anybody may check a receipt, so anybody may have the keys. */
export async function publicKeys(app: FastifyInstance, options: PublicKeysOptions): Promise<void> {
  app.get('/.well-known/jwks.json', { schema }, async (_request, reply) => {
    const keys = (await options.signer?.publicKeys()) ?? { keys: [] };
    return reply
      .header('cache-control', 'public, max-age=60')
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .send(keys);
  });
}
