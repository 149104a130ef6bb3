import type { WordList } from '../../controllers/attribute-words.js';
import type { Policy } from '../../policy/schema.js';
import { sectionTypes } from '../../sections.js';

const PARTS = [
  'title',
  'contents',
  'search',
  'doors',
  'languages',
  'audiences',
  'print',
  'changes',
  'acknowledgement',
] as const;

/** What a page may leave out of the viewer, by `hide`. */
export type ViewerPart = (typeof PARTS)[number];

/** The words that `hide` and `sections` may have. */
export function viewerWords(
  { sections }: Policy,
  hide: string | undefined,
  chosen: string | undefined,
): WordList[] {
  const known = [...sections.map(({ id }) => id), ...sections.map(({ type }) => type)];
  return [
    { attribute: 'hide', value: hide, known: PARTS },
    {
      attribute: 'sections',
      value: chosen,
      known: [...new Set([...known, ...sectionTypes()])],
    },
  ];
}
