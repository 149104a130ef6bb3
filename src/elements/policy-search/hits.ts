import { html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../../policy/search.js';
import { platformName } from '../shared/platform.js';
import type { PolicyView } from '../shared/policy-view.js';

/** What is done with what was found. */
export interface HitList {
  hits: readonly Hit[];
  /** Place of the one that the keys are at; -1 for none. */
  active: number;
  choose: (hit: Hit) => void;
}

/** What was found: first the answers, then, apart, what comes closest. */
export function hitList(view: PolicyView, list: HitList, label: string): TemplateResult {
  const { l10n } = view;
  const strong = list.hits.findIndex((hit) => !hit.strong);
  const answers = strong < 0 ? list.hits.length : strong;
  const options = list.hits.map((hit, at) => option(view, hit, at, list));
  return html`<div id="hits" role="listbox" aria-label=${label}>
    ${options.slice(0, answers)}
    ${
      answers < options.length
        ? html`<div class="closest" role="group" aria-labelledby="closest">
            <p id="closest" role="presentation">${l10n.msg('Closest', { id: 'search-closest' })}</p>
            ${options.slice(answers)}
          </div>`
        : nothing
    }
  </div>`;
}

function option(view: PolicyView, hit: Hit, at: number, list: HitList): TemplateResult {
  const { id, within, passage, marks } = hit;
  const { number, section, value } = view.entry(id) ?? {};
  const platform = section?.type === 'profiles' ? value?.['platform'] : undefined;
  return html`<div
    role="option"
    id="hit-${at}"
    data-id=${id}
    aria-selected=${at === list.active ? 'true' : 'false'}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${() => list.choose(hit)}
  >
    <span class="hit-title">${number ? `${number} ` : nothing}${titleOf(view, hit)}</span>
    ${typeof platform === 'string' ? html`<span class="within">${platformName(platform)}</span>` : nothing}
    ${within ? html`<span class="within">${within}</span>` : nothing}
    ${passage ? html`<span class="passage">${highlighted(passage, marks)}</span>` : nothing}
  </div>`;
}

function titleOf({ l10n }: PolicyView, { id, kind, title }: Hit): string {
  if (kind === 'acknowledgement') return l10n.msg('Acknowledgement', { id: 'ack-heading' });
  if (kind === 'history') return l10n.msg('History', { id: 'history' });
  return title || id;
}

function highlighted(text: string, marks: Hit['marks']): unknown[] {
  const parts: unknown[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at)];
}
