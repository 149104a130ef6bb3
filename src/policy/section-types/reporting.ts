/** Where something can be reported. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, id, text, address } from '../schema-fields.js';

export const reportingChannel = object({
  ...part,
  title: text,
  description: text,
  anonymous: maybe(v.boolean()),
  contact: maybe(id),
  url: maybe(address),
});
export type ReportingChannel = v.InferOutput<typeof reportingChannel>;

export const schema = section('reporting', { items: list(reportingChannel) });

/** How its texts are read, by field. */
export const texts = { description: 'markdown' } as const;

/** What its ids name, by field. */
export const references = { contact: ['contact'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  reporting: hasItems<ReportingChannel>('reporting', (all) =>
    all.some(({ anonymous }) => anonymous),
  ),
};
