/** Whom to ask: ids of contacts. */
import { field, shownBy } from '../coverage-tests.js';
import { section, ids } from '../schema-fields.js';

export const schema = section('contacts', { items: ids });

/** What its ids name, by field. */
export const references = { items: ['contact'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  contacts: shownBy(
    'contacts',
    field(
      ({ contacts }) => contacts?.length,
      ({ contacts }) => contacts?.every(({ email, phone, url }) => email ?? phone ?? url),
    ),
  ),
};
