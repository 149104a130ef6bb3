import type { WordList } from '../../controllers/word-list.js';
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

/** What the attributes of the viewer hold. */
interface ViewerWords {
  hide: string | undefined;
  sections: string | undefined;
  reading: string | undefined;
}

/** The words that the attributes of the viewer may have. */
export function viewerWords(
  { sections }: Policy,
  { hide, sections: chosen, reading }: ViewerWords,
): WordList[] {
  const known = [...sections.map(({ id }) => id), ...sections.map(({ type }) => type)];
  return [
    { attribute: 'hide', value: hide, known: PARTS },
    { attribute: 'reading', value: reading, known: ['core', 'all'] },
    {
      attribute: 'sections',
      value: chosen,
      known: [...new Set([...known, ...sectionTypes()])],
    },
  ];
}
