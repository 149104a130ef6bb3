import { concerns } from './audience.js';
import { idsOf, type Entry } from './ids.js';
import type { Policy, Section, Text } from './schema.js';

/** Something of a policy that is not among what is shown. */
export interface HiddenItem {
  id: string;
  title: Text | undefined;
  /** The section it stands in; none for what stands behind all sections. */
  section: string | undefined;
  /** Whom it is for, where who the reader is hides it. */
  audience: readonly string[];
  /** Ids that would have it shown, beside those chosen. */
  show: readonly string[];
}

/** Why an item of the policy is not shown; `undefined` for what the policy does not hold. */
export function hiddenItem(
  policy: Policy,
  id: string,
  chosen: readonly string[],
): HiddenItem | undefined {
  const entry = idsOf(policy).get(id);
  if (!entry) return undefined;
  const section = entry.section ?? holderOf(policy, id);
  const audiences = [section?.audience, entry.value['audience'] as string[] | undefined].filter(
    (audience) => !concerns(audience, chosen),
  ) as string[][];
  return {
    id,
    title: titleOf(entry),
    section: section?.id,
    audience: [...new Set(audiences.flat())],
    show: audiences.map(([first]) => first!),
  };
}

/** Contacts and trainings stand in the sections that name them. */
const holderOf = ({ sections }: Policy, id: string): Section | undefined =>
  sections.find(
    ({ items }: Section & { items?: unknown }) => Array.isArray(items) && items.includes(id),
  );

function titleOf({ value }: Entry): Text | undefined {
  const { title, name, question } = value as Record<string, Text | undefined>;
  return title ?? name ?? question;
}
