/** Which trainings there are: ids of trainings. */
import { field, shownBy } from '../coverage-tests.js';
import { section, ids } from '../schema-fields.js';

export const schema = section('trainings', { items: ids });

/** What its ids name, by field. */
export const references = { items: ['training'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  training: shownBy(
    'trainings',
    field(({ trainings }) => trainings?.length),
  ),
};
