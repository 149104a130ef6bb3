import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Shape } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Mandate, SectionOf, Text } from '../../policy/schema.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-mandates.styles.js';
import { SectionElement } from '../section-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom, references } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { nameOf, plain, rich } from '../shared/text.js';
import { allowedWord } from '../shared/state-words.js';

const ORDER: readonly Mandate['allowed'][] = ['yes', 'conditional', 'no'];
const ICONS: Readonly<Record<Mandate['allowed'], Shape>> = {
  yes: SHAPES.check,
  conditional: SHAPES.info,
  no: SHAPES.cross,
};

interface Column {
  name: string;
  label: string;
  cell: (mandate: Mandate) => unknown;
}

/**
 * Who may do what, in a table. Where there is no room for one, each row becomes a card; the roles
 * are written out, since a table that is not displayed as one is no table to a screen reader.
 *
 * @tagname policy-mandates
 * @csspart table - The table.
 * @csspart mandate - One row.
 * @csspart allowed - The word that says whether it is allowed.
 */
export class PolicyMandates extends SectionElement<SectionOf<'mandates'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'mandates';

  protected override renderSection({ items }: SectionOf<'mandates'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html`<table role="table" part="table">
      ${staticList(() => this.#content(items, view), items, view)}
    </table>`;
  }

  #content(items: readonly Mandate[], view: PolicyView): unknown {
    const columns = this.#columns(items, view);
    return html`<caption><span class="visually-hidden">${this.#caption()}</span></caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${this.l10n.msg('What', { id: 'mandate-what' })}</th>
          ${columns.map(({ name, label }) => html`<th role="columnheader" scope="col" class=${name}>${label}</th>`)}
        </tr>
      </thead>
      ${ORDER.map((allowed) => {
        const group = items.filter((mandate) => mandate.allowed === allowed);
        return group.length ? this.#group(allowed, group, columns, view) : nothing;
      })}`;
  }

  /** What may be done stands together, then what may on condition, then what may not. */
  #group(
    allowed: Mandate['allowed'],
    items: readonly Mandate[],
    columns: readonly Column[],
    view: PolicyView,
  ): TemplateResult {
    return html`<tbody role="rowgroup" ?data-more=${items.every(({ id }) => view.more.has(id))}>
      <tr role="row" class="group">
        <th role="rowheader" scope="rowgroup" colspan=${columns.length + 1}>${this.#allowed(allowed)}</th>
      </tr>
      ${items.map((mandate) => this.#row(mandate, columns, view))}
    </tbody>`;
  }

  #caption(): string {
    return this.l10n.msg('What is allowed, for whom and on what condition', {
      id: 'mandate-caption',
    });
  }

  /** The columns in which something stands. */
  #columns(items: readonly Mandate[], view: PolicyView): Column[] {
    const { l10n } = this;
    const columns: Column[] = [
      {
        name: 'who',
        label: l10n.msg('Who', { id: 'mandate-who' }),
        cell: (mandate) => this.#who(mandate, view),
      },
      {
        name: 'condition',
        label: l10n.msg('Condition', { id: 'mandate-condition' }),
        cell: ({ title, condition }) =>
          rich(view, condition, { level: view.level + 2, told: view.text(title)?.lang }),
      },
      {
        name: 'training',
        label: l10n.msg('Training needed', { id: 'training-needed' }),
        cell: ({ requires }) => orNothing(references(view, requires)),
      },
    ];
    return columns.filter(({ cell }) => items.some((mandate) => cell(mandate) !== nothing));
  }

  #row(mandate: Mandate, columns: readonly Column[], view: PolicyView): TemplateResult {
    return html`<tr role="row" part="mandate" id=${mandate.id} ?data-more=${view.more.has(mandate.id)}>
      <th role="rowheader" scope="row" class="what" aria-labelledby="${mandate.id}--title">
        <span id="${mandate.id}--title">${plain(view, mandate.title)}</span> ${forWhom(view, mandate.audience)}
      </th>
      ${columns.map(({ name, label, cell }) => {
        const content = cell(mandate);
        if (content === nothing) return html`<td role="cell" class="${name} blank"></td>`;
        // Without room for columns their head stands before the value, for the eye only.
        return html`<td role="cell" class=${name}>
          <span class="term" aria-hidden="true">${label}</span>
          <div class="value">${content}</div>
        </td>`;
      })}
    </tr>`;
  }

  #allowed(allowed: Mandate['allowed']): TemplateResult {
    return html`<span class="word ${allowed}" part="allowed">${icon(ICONS[allowed])} ${allowedWord(this.l10n, allowed)}</span>`;
  }

  /** Audiences and contacts by name; all the audiences of the policy are everybody. */
  #who({ title, who = [] }: Mandate, view: PolicyView): unknown {
    const audiences = view.policy.audiences ?? [];
    if (audiences.length > 1 && audiences.every(({ id }) => who.includes(id))) {
      return this.l10n.msg('Everybody', { id: 'everybody' });
    }
    const told = view.text(title)?.lang;
    const names = who.flatMap((id) => {
      const entry = view.entry(id);
      if (entry?.kind === 'audience') return [plain(view, entry.value['title'] as Text, told)];
      return entry?.kind === 'contact' ? [nameOf(view, entry.value['name'] as Text, told)] : [];
    });
    return orNothing(names.map((name, at) => [at ? ', ' : '', name]));
  }
}

const orNothing = (parts: readonly unknown[]): unknown => (parts.length ? parts : nothing);
