/** Who may do what. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, ids, text } from '../schema-fields.js';

export const mandate = object({
  ...part,
  title: text,
  allowed: v.picklist(['yes', 'conditional', 'no'], 'choice'),
  who: ids,
  requires: ids,
  condition: maybe(text),
});
export type Mandate = v.InferOutput<typeof mandate>;

export const schema = section('mandates', { items: list(mandate) });

/** How its texts are read, by field. */
export const texts = { condition: 'markdown' } as const;

/** What its ids name, by field. */
export const references = { who: ['audience', 'contact'], requires: ['training'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  mandates: hasItems<Mandate>('mandates', (all) => all.some(({ allowed }) => allowed === 'yes')),
};
