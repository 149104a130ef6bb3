/** Which building blocks of a good policy a policy has, lacks, or has in a weak form. */
import { field, type BlockTest } from './coverage-tests.js';
import type { Finding } from './findings.js';
import type { Policy, SectionType } from './schema.js';
import { coverage } from './section-types/index.js';

/** What a policy has beside its sections, and the element that shows it. */
const BESIDE = {
  owner: { element: 'policy-viewer', test: field(({ owner }) => owner) },
  review: { element: 'policy-viewer', test: field(({ reviewBy }) => reviewBy) },
  acknowledgement: {
    element: 'policy-acknowledgement',
    test: field(({ acknowledgement }) => acknowledgement),
  },
};

type KeyOfEach<Each> = Each extends unknown ? keyof Each : never;
export type BlockId = keyof typeof BESIDE | KeyOfEach<(typeof coverage)[keyof typeof coverage]>;

export interface Block {
  id: BlockId;
  /** Section type that holds it, and the element that shows it. */
  type: SectionType | undefined;
  element: string;
}

export interface Coverage extends Block {
  state: 'has' | 'weak' | 'lacks';
  /** Ids of the sections that hold it. */
  sections: readonly string[];
}

/** The order a reader meets them in. */
const ORDER: readonly BlockId[] = [
  ...(['why', 'what', 'whom', 'objectives', 'rules', 'mandates', 'guidelines', 'check'] as const),
  ...(['profiles', 'monitoring', 'reactions', 'contacts', 'owner', 'training'] as const),
  ...(['consequences', 'faq', 'reporting', 'ambassadors', 'wellbeing', 'rollout'] as const),
  ...(['review', 'acknowledgement'] as const),
];
const place = ({ id }: Block): number =>
  (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1);

interface Tested extends Block {
  test: BlockTest;
}

const BLOCKS: readonly Tested[] = [
  ...Object.entries(BESIDE).map(([id, each]) => ({ ...each, id: id as BlockId, type: undefined })),
  ...Object.entries(coverage).flatMap(([type, blocks]) =>
    Object.entries<BlockTest>(blocks).map(([id, test]) => ({
      id: id as BlockId,
      type: type as SectionType,
      element: `policy-${type}`,
      test,
    })),
  ),
].sort((a, b) => place(a) - place(b));

// Findings of their own say of these what is weak in them.
const SAID_ELSEWHERE = new Set<BlockId>(['rules', 'guidelines']);

/** The building blocks, in the order a reader meets them. */
export const buildingBlocks: readonly Block[] = BLOCKS.map(({ id, type, element }) => ({
  id,
  type,
  element,
}));

/** How each building block stands in a policy. */
export const coverageOf = (policy: Policy): Coverage[] =>
  BLOCKS.map(({ test, ...each }) => {
    const { present, strong = true, sections = [] } = test(policy);
    return { ...each, state: present ? (strong ? 'has' : 'weak') : 'lacks', sections };
  });

/** What a policy lacks or does weakly, as advice. Review has findings of its own. */
export const coverageAdvice = (policy: Policy): Finding[] =>
  coverageOf(policy).flatMap(({ id, state, sections }) => {
    if (state === 'has' || id === 'review') return [];
    if (state === 'weak' && SAID_ELSEWHERE.has(id)) return [];
    const at = policy.sections.findIndex((section) => section.id === sections[0]);
    return [
      {
        grade: 'advice',
        code: state === 'weak' ? 'block-weak' : 'block-missing',
        pointer: at < 0 ? '/sections' : `/sections/${at}`,
        params: { block: id },
      },
    ];
  });
