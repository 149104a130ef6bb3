import type { WordList } from '../../controllers/attribute-words.js';
import { sectionsFor } from '../../policy/audience.js';
import type { Localization } from '../../localization/localization.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { Policy, Section } from '../../policy/schema.js';
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

/** The sections that the page shows of those for the reader; all where it names none. */
export function chosenSections(
  policy: Policy,
  audience: readonly string[],
  named: string | undefined,
  also: ReadonlySet<string>,
): readonly Section[] {
  const all = sectionsFor(policy, audience);
  const wanted = (named ?? '').split(/\s+/).filter(Boolean);
  return wanted.length
    ? all.filter(({ id, type }) => [id, type].some((one) => wanted.includes(one)) || also.has(id))
    : all;
}

/** The form to confirm, which the page may leave out. */
export function hiddenForm(
  { msg }: Localization,
  policy: Policy | undefined,
  id: string,
): HiddenItem | undefined {
  if (id !== 'acknowledgement' || !policy?.acknowledgement) return undefined;
  const title = msg('Acknowledgement', { id: 'ack-heading' });
  return { id, title, section: id, audience: [], show: [] };
}
