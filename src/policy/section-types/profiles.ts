/** The official accounts. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import {
  object,
  list,
  maybe,
  section,
  part,
  id,
  text,
  address,
  date,
  language,
} from '../schema-fields.js';

export const profile = object({
  ...part,
  platform: v.string(),
  name: text,
  url: address,
  handle: maybe(v.string()),
  languages: maybe(list(language)),
  purpose: maybe(text),
  owner: maybe(id),
  state: maybe(v.picklist(['active', 'dormant', 'closed'], 'choice')),
  verified: maybe(date),
});
export type Profile = v.InferOutput<typeof profile>;

export const schema = section('profiles', { items: list(profile) });

/** How its texts are read, by field. */
export const texts = { name: 'plain', purpose: 'plain' } as const;

/** What its ids name, by field. */
export const references = { owner: ['contact'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  profiles: hasItems<Profile>('profiles', (all) =>
    all.every(({ owner, state }) => owner || state === 'closed'),
  ),
};
