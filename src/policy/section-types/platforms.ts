/** The social media that count, with what each is good and bad for. */
import type * as v from 'valibot';
import { hasItems, topic, either } from '../coverage-tests.js';
import { object, list, maybe, section, part, text } from '../schema-fields.js';

export const platform = object({
  ...part,
  name: text,
  description: text,
  benefits: maybe(text),
  risks: maybe(text),
});
export type Platform = v.InferOutput<typeof platform>;

export const schema = section('platforms', { items: list(platform) });

/** How its texts are read, by field. */
export const texts = {
  name: 'plain',
  description: 'markdown',
  benefits: 'markdown',
  risks: 'markdown',
} as const;

/** Building blocks that it holds. */
export const coverage = {
  what: either(
    hasItems<Platform>('platforms', (all) => all.every(({ benefits, risks }) => benefits && risks)),
    topic('definition'),
  ),
};
