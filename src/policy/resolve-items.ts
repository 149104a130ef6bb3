import { concerns } from './audience.js';

interface Listed {
  id: string;
  audience?: string[] | undefined;
}

/**
 * What a section that names contacts or trainings by id shows: those named, in that order, or all
 * where it names none. An id that refers to nothing is left out.
 */
export function resolveItems<Item extends Listed>(
  all: readonly Item[] | undefined,
  ids: readonly string[] | undefined,
  chosen: readonly string[] = [],
): Item[] {
  const named = ids
    ? [...new Set(ids)].flatMap((id) => all?.find((item) => item.id === id) ?? [])
    : (all ?? []);
  return named.filter(({ audience }) => concerns(audience, chosen));
}
