import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Shape } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import type { Section } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import type { PolicyView } from '../shared/policy-view.js';

interface Door {
  type: string;
  icon: Shape;
  label: (l10n: Localization) => string;
}

/** What people come for, by the type of section that answers it. */
const DOORS: readonly Door[] = [
  {
    type: 'reactions',
    icon: SHAPES.remark,
    label: ({ msg }) => msg('Somebody says something about us', { id: 'door-reactions' }),
  },
  {
    type: 'check',
    icon: SHAPES.question,
    label: ({ msg }) => msg('May I post this?', { id: 'door-check' }),
  },
  {
    type: 'profiles',
    icon: SHAPES.account,
    label: ({ msg }) => msg('Is this account ours?', { id: 'door-profiles' }),
  },
  {
    type: 'quiz',
    icon: SHAPES.play,
    label: ({ msg }) => msg('Test yourself', { id: 'door-quiz' }),
  },
  {
    type: 'reporting',
    icon: SHAPES.flag,
    label: ({ msg }) => msg('Report something', { id: 'door-reporting' }),
  },
];
/** One is no choice, and more than these are no way in. */
const LEAST = 2;
const MOST = 4;

/** Ways in for who comes with one thing in mind. */
export const doors = (view: PolicyView, sections: readonly Section[]): unknown =>
  staticList(() => ways(view, sections), view, sections.map(({ id }) => id).join(' '));

function ways(view: PolicyView, sections: readonly Section[]): TemplateResult | typeof nothing {
  const found = DOORS.flatMap((door) => {
    const section = sections.find(({ type }) => type === door.type);
    return section ? [{ door, section }] : [];
  });
  if (found.length < LEAST) return nothing;
  return html`<nav class="doors" part="doors" aria-label=${view.l10n.msg('Straight to', { id: 'doors' })}>
    <ul role="list">
      ${found.slice(0, MOST).map(
        ({ door, section }) => html`<li>
          <a href=${view.href(section.id)}>${icon(door.icon)} <span>${door.label(view.l10n)}</span></a>
        </li>`,
      )}
    </ul>
  </nav>`;
}
