/** Which building blocks of a good policy a policy has, lacks, or has in a weak form. */
import type { Finding } from './findings.js';
import type { Policy, SectionOf, SectionType } from './schema.js';

export type BlockId =
  | 'why'
  | 'what'
  | 'whom'
  | 'objectives'
  | 'rules'
  | 'mandates'
  | 'guidelines'
  | 'check'
  | 'profiles'
  | 'monitoring'
  | 'reactions'
  | 'contacts'
  | 'owner'
  | 'training'
  | 'consequences'
  | 'faq'
  | 'reporting'
  | 'ambassadors'
  | 'wellbeing'
  | 'rollout'
  | 'review'
  | 'acknowledgement';

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

type Test = (policy: Policy) => {
  sections?: readonly string[];
  present: boolean;
  strong?: boolean;
};

const of = <Type extends SectionType>(policy: Policy, type: Type): SectionOf<Type>[] =>
  policy.sections.filter((section): section is SectionOf<Type> => section.type === type);

const topic =
  (name: string): Test =>
  (policy) => {
    const sections = of(policy, 'text').filter((section) => section.topic === name);
    return { present: sections.length > 0, sections: sections.map(({ id }) => id) };
  };

/** A section type that has items; strong where all that is asked of them holds. */
const items =
  <
    Type extends
      | 'platforms'
      | 'rules'
      | 'mandates'
      | 'guidelines'
      | 'check'
      | 'profiles'
      | 'reactions'
      | 'faq'
      | 'reporting'
      | 'rollout',
  >(
    type: Type,
    strong: (all: SectionOf<Type>['items'][number][]) => boolean = () => true,
  ): Test =>
  (policy) => {
    const sections = of(policy, type);
    const all = sections.flatMap((section) => section.items as SectionOf<Type>['items'][number][]);
    return { present: all.length > 0, strong: strong(all), sections: sections.map(({ id }) => id) };
  };

const either =
  (...tests: Test[]): Test =>
  (policy) => {
    const results = tests.map((test) => test(policy)).filter(({ present }) => present);
    return {
      present: results.length > 0,
      strong: results.some(({ strong = true }) => strong),
      sections: results.flatMap(({ sections = [] }) => sections),
    };
  };

const field =
  (present: (policy: Policy) => unknown, strong: (policy: Policy) => unknown = () => true): Test =>
  (policy) => ({ present: Boolean(present(policy)), strong: Boolean(strong(policy)) });

/** What stands beside the sections, with the sections that show it. */
const shownBy =
  (type: 'contacts' | 'trainings', test: Test): Test =>
  (policy) => ({ ...test(policy), sections: of(policy, type).map(({ id }) => id) });

const ruleConsequences: Test = (policy) => {
  const rules = of(policy, 'rules').filter(({ items: all }) =>
    all.some(({ consequence }) => consequence),
  );
  return { present: rules.length > 0, sections: rules.map(({ id }) => id) };
};

// Findings of their own say of these what is weak in them.
const SAID_ELSEWHERE = new Set<BlockId>(['rules', 'guidelines']);

const KINDS = ['complaint', 'compliment', 'question'];

const BLOCKS: readonly (Block & { test: Test })[] = [
  block('why', 'text', topic('purpose')),
  block(
    'what',
    'platforms',
    either(
      items('platforms', (all) => all.every(({ benefits, risks }) => benefits && risks)),
      topic('definition'),
    ),
  ),
  block(
    'whom',
    'text',
    either(
      topic('scope'),
      field(({ audiences }) => audiences?.length),
    ),
  ),
  block('objectives', 'text', topic('objectives')),
  block(
    'rules',
    'rules',
    items('rules', (all) => all.every(({ why }) => why)),
  ),
  block(
    'mandates',
    'mandates',
    items('mandates', (all) => all.some(({ allowed }) => allowed === 'yes')),
  ),
  block(
    'guidelines',
    'guidelines',
    items('guidelines', (all) => count(all, 'do') >= count(all, 'dont')),
  ),
  block('check', 'check', items('check')),
  block(
    'profiles',
    'profiles',
    items('profiles', (all) => all.every(({ owner, state }) => owner || state === 'closed')),
  ),
  block('monitoring', 'text', topic('monitoring')),
  block(
    'reactions',
    'reactions',
    items('reactions', (all) => KINDS.every((kind) => all.some((item) => item.kind === kind))),
  ),
  block(
    'contacts',
    'contacts',
    shownBy(
      'contacts',
      field(
        ({ contacts }) => contacts?.length,
        ({ contacts }) => contacts?.every(({ email, phone, url }) => email ?? phone ?? url),
      ),
    ),
  ),
  block(
    'owner',
    undefined,
    field(({ owner }) => owner),
    'policy-viewer',
  ),
  block(
    'training',
    'trainings',
    shownBy(
      'trainings',
      field(({ trainings }) => trainings?.length),
    ),
  ),
  block('consequences', 'text', either(topic('consequences'), ruleConsequences)),
  block('faq', 'faq', items('faq')),
  block(
    'reporting',
    'reporting',
    items('reporting', (all) => all.some(({ anonymous }) => anonymous)),
  ),
  block('ambassadors', 'text', topic('ambassadors')),
  block('wellbeing', 'text', topic('wellbeing')),
  block('rollout', 'rollout', items('rollout')),
  block(
    'review',
    undefined,
    field(({ reviewBy }) => reviewBy),
    'policy-viewer',
  ),
  block(
    'acknowledgement',
    undefined,
    field(({ acknowledgement }) => acknowledgement),
    'policy-acknowledgement',
  ),
];

function block(
  id: BlockId,
  type: SectionType | undefined,
  test: Test,
  element = `policy-${type ?? 'viewer'}`,
): Block & { test: Test } {
  return { id, type, element, test };
}

const count = (all: readonly { kind: string }[], kind: string): number =>
  all.filter((item) => item.kind === kind).length;

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
