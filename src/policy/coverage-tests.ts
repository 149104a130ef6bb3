/** What a policy is asked for each building block; the section types say which blocks they hold. */

interface AnySection {
  id: string;
  type: string;
  topic?: unknown;
  items?: unknown;
}

/** As much of a policy as these look at. */
export interface Covered {
  sections: readonly AnySection[];
  owner?: string | undefined;
  reviewBy?: string | undefined;
  acknowledgement?: object | undefined;
  audiences?: readonly object[] | undefined;
  trainings?: readonly object[] | undefined;
  contacts?:
    | readonly {
        email?: string | undefined;
        phone?: string | undefined;
        url?: string | undefined;
      }[]
    | undefined;
}

export type BlockTest = (policy: Covered) => {
  /** Ids of the sections that hold it. */
  sections?: readonly string[];
  present: boolean;
  strong?: boolean;
};

const idsOf = (sections: readonly AnySection[]): string[] => sections.map(({ id }) => id);
const ofType = ({ sections }: Covered, type: string): AnySection[] =>
  sections.filter((section) => section.type === type);
const itemsOf = ({ items }: AnySection): unknown[] => (Array.isArray(items) ? items : []);

/** A text about this. */
export const topic =
  (name: string): BlockTest =>
  (policy) => {
    const sections = ofType(policy, 'text').filter((section) => section.topic === name);
    return { present: sections.length > 0, sections: idsOf(sections) };
  };

/** A section type that has items; strong where all that is asked of them holds. */
export const hasItems =
  <Item = unknown>(type: string, strong: (all: Item[]) => boolean = () => true): BlockTest =>
  (policy) => {
    const sections = ofType(policy, type);
    const all = sections.flatMap((section) => itemsOf(section) as Item[]);
    return { present: all.length > 0, strong: strong(all), sections: idsOf(sections) };
  };

export const either =
  (...tests: BlockTest[]): BlockTest =>
  (policy) => {
    const results = tests.map((test) => test(policy)).filter(({ present }) => present);
    return {
      present: results.length > 0,
      strong: results.some(({ strong = true }) => strong),
      sections: results.flatMap(({ sections = [] }) => sections),
    };
  };

/** Something beside the sections. */
export const field =
  (
    present: (policy: Covered) => unknown,
    strong: (policy: Covered) => unknown = () => true,
  ): BlockTest =>
  (policy) => ({ present: Boolean(present(policy)), strong: Boolean(strong(policy)) });

/** The same, with the sections that show it. */
export const shownBy =
  (type: string, test: BlockTest): BlockTest =>
  (policy) => ({ ...test(policy), sections: idsOf(ofType(policy, type)) });

/** Rules that say what follows when somebody does not keep to them. */
export const ruleConsequences: BlockTest = (policy) => {
  const rules = ofType(policy, 'rules').filter((section) =>
    itemsOf(section).some((rule) => (rule as { consequence?: unknown }).consequence),
  );
  return { present: rules.length > 0, sections: idsOf(rules) };
};

export const count = (all: readonly { kind: string }[], kind: string): number =>
  all.filter((item) => item.kind === kind).length;
