import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  notThere,
  requireRole,
  studioApi,
  toAnswer,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { policyParams } from '../drafts/schemas.js';
import { makeFile, mostBytes, readFile } from './file.js';
import { fileAnswer, lookAnswer, takeBody, takenAnswer } from './schemas.js';
import { asHere, missingImages, presentOf, takeFile } from './take.js';

interface Sent {
  file: unknown;
  expected?: string;
}

/** Taking a draft to another server, as one file. Stands within the studio's plugin. */
export async function transferring(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const { drafts, rolesOf } = options;
  app.get(
    `${studioApi}/policies/:policy/file`,
    {
      schema: {
        summary: 'The draft with its images, as one file for another server',
        description: 'Without comments, approvals and names.',
        ...{ params: policyParams, response: fileAnswer },
      },
    },
    async (request: Asked) => {
      requireRole(request, rolesOf, 'write');
      const stored = await drafts.read(request.params.policy);
      if (!stored) throw notThere();
      return makeFile(stored.draft, drafts.images);
    },
  );
  // Base64 and JSON make it longer.
  const bodyLimit = mostBytes + 1_000_000;
  app.post(
    `${studioApi}/file/look`,
    {
      bodyLimit,
      schema: {
        summary: 'What a file would change here; stores nothing',
        ...{ body: takeBody, response: lookAnswer },
      },
    },
    async (request: FastifyRequest) => {
      requireRole(request, rolesOf, 'write');
      const file = readFile((request.body as Sent).file);
      const present = await presentOf(options, file.policy.id);
      return {
        policy: asHere(file, present),
        images: file.images.size,
        missing: await missingImages(options, file),
        ...(present && { present: { policy: present.draft, digest: present.digest } }),
      };
    },
  );
  app.post(
    `${studioApi}/file`,
    {
      bodyLimit,
      schema: {
        summary: 'Take a file in, as a new draft or over the one that was looked at',
        ...{ body: takeBody, response: takenAnswer },
      },
    },
    async (request: FastifyRequest, reply) => {
      const person = requireRole(request, rolesOf, 'write');
      const { file, expected } = request.body as Sent;
      const taken = await takeFile(options, readFile(file), { person, expected });
      return reply.code(201).send(toAnswer(taken));
    },
  );
}
