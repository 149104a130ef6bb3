import { html, nothing, type TemplateResult } from 'lit';
import { itemsOf } from '../../policy/ids.js';
import { resolveItems } from '../../policy/resolve-items.js';
import type { Contact, Section, Training } from '../../policy/schema.js';
import { isOwnSection, textsOf } from '../../policy/texts.js';
import { fields, plainItem } from './plain-item.js';
import type { PolicyView } from './policy-view.js';

const OWN = new Set(['id', 'type', 'title', 'intro', 'audience', 'items', 'triage']);

/** Every text of a section of any type, but its title and intro, and every item of it. */
export function plainSection(view: PolicyView, section: Section): TemplateResult {
  const own = Object.fromEntries(Object.entries(section).filter(([key]) => !OWN.has(key)));
  const items = [...shown(section, view), ...itemsOf(section, 'triage')];
  const told = view.text(section.title)?.lang;
  const isOwn = isOwnSection(section);
  return html`${fields(view, [...textsOf(own, '', isOwn)], view.level + 1, told)}
  ${
    items.length
      ? html`<ul class="items" role="list">
        ${items.map((item) => plainItem(view, item as Record<string, unknown>, undefined, isOwn))}
      </ul>`
      : nothing
  }`;
}

/** The items of a section; those of `contacts` and `trainings` stand elsewhere, and are named by id. */
function shown(section: Section, { policy, audience }: PolicyView): readonly object[] {
  const { items } = section as { items?: readonly unknown[] };
  if (section.type === 'contacts' || section.type === 'trainings') {
    const all: readonly (Contact | Training)[] = policy[section.type] ?? [];
    return resolveItems(all, items as string[] | undefined, audience);
  }
  return (items ?? []).filter((item): item is object => typeof item === 'object' && item !== null);
}
