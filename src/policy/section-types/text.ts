/** A text with a heading, and what it is about. */
import * as v from 'valibot';
import { topic, either, field, ruleConsequences } from '../coverage-tests.js';
import { maybe, section, text } from '../schema-fields.js';

export const schema = section('text', { body: text, topic: maybe(v.string()) });

/** How its texts are read, by field. */
export const texts = { body: 'markdown' } as const;

/** Building blocks that it holds. */
export const coverage = {
  why: topic('purpose'),
  whom: either(
    topic('scope'),
    field(({ audiences }) => audiences?.length),
  ),
  objectives: topic('objectives'),
  monitoring: topic('monitoring'),
  consequences: either(topic('consequences'), ruleConsequences),
  ambassadors: topic('ambassadors'),
  wellbeing: topic('wellbeing'),
};
