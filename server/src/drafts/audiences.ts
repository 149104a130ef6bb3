import type { FastifyInstance } from 'fastify';
import { reportChoices } from '../reports/report.js';
import { knownTexts } from '../reports/texts.js';
import { requireRole, studioApi, type StudioOptions } from './asked.js';
import { audiencesAnswer } from './schemas.js';

/**
 * The groups on the list of people, so that a policy names those that somebody is in. How many
 * there are in each is told, and nobody's name.
 */
export async function audiences(app: FastifyInstance, options: StudioOptions): Promise<void> {
  app.get(
    `${studioApi}/audiences`,
    {
      schema: {
        summary: 'The groups on the list of people, and how many are in each',
        response: { 200: audiencesAnswer },
      },
    },
    async (request) => {
      requireRole(request, options.rolesOf);
      const { reports } = options.store.queries;
      const [choices, texts] = await Promise.all([reportChoices(reports), knownTexts(reports)]);
      const titleOf = (id: string) => {
        const title = texts.find((text) => text.audienceTitles.has(id))?.audienceTitles.get(id);
        return title !== undefined && { title };
      };
      return {
        listed: choices.listed,
        inNone: choices.inNone,
        audiences: [...choices.sizes]
          .filter(([, people]) => people > 0)
          .map(([id, people]) => ({ id, people, ...titleOf(id) })),
      };
    },
  );
}
