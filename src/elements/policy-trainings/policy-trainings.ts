import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { sectionsFor } from '../../policy/audience.js';
import { resolveItems } from '../../policy/resolve-items.js';
import type { Section, SectionOf, Training } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-trainings.styles.js';
import { SectionElement } from '../section-element.js';
import { itemHeading } from '../shared/item-heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom, references } from '../shared/references.js';
import { noItems } from '../shared/states.js';
import { plain, rich } from '../shared/text.js';

/**
 * The trainings: what one learns there, how long it takes, where to sign up, and what asks for it.
 *
 * @tagname policy-trainings
 * @csspart training - One training.
 * @csspart needed - The rules and mandates that ask for it.
 */
export class PolicyTrainings extends SectionElement<SectionOf<'trainings'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = 'trainings';

  protected override renderSection({ items }: SectionOf<'trainings'>, view: PolicyView): unknown {
    const trainings = resolveItems(view.policy.trainings, items, view.audience);
    if (!trainings.length) return noItems(this.l10n);
    const sections = sectionsFor(view.policy, view.audience);
    return html`<ul class="trainings" role="list">
      ${staticList(() => trainings.map((training) => this.#training(training, sections, view)), items, view)}
    </ul>`;
  }

  #training(training: Training, sections: readonly Section[], view: PolicyView): TemplateResult {
    const { id, title, description, duration, audience } = training;
    const told = view.text(title)?.lang;
    return html`<li class="training" part="training" id=${id}>
      <div class="what">
        ${itemHeading(view, id, plain(view, title))}
        ${duration ? html`<p class="duration"><time datetime=${duration}>${this.l10n.formats.duration(duration)}</time></p>` : nothing}
        ${rich(view, description, { level: view.level + 2, told })}
        ${this.#signUp(training, view)} ${forWhom(view, audience)}
      </div>
      ${this.#needed(id, sections, view)}
    </li>`;
  }

  #signUp({ id, url }: Training, view: PolicyView): TemplateResult | typeof nothing {
    const href = url && safeAddress(url, view.base);
    if (!href) return nothing;
    return html`<p class="sign-up">
      <a href=${href} rel="noopener" id="${id}--sign-up" aria-labelledby="${id}--sign-up ${id}--title"
        >${this.l10n.msg('Sign up', { id: 'sign-up' })}</a
      >
    </p>`;
  }

  /** Rules are cited by their number, mandates by what may be done. */
  #needed(
    training: string,
    sections: readonly Section[],
    view: PolicyView,
  ): TemplateResult | typeof nothing {
    const { l10n } = this;
    const [rules, mandates] = (['rules', 'mandates'] as const).map((type) =>
      asking(training, sections, type),
    );
    const cited = rules!.flatMap((id) => {
      const number = view.entry(id)?.number;
      if (!number) return [];
      const rule = l10n.msg(str`rule ${number}`, { id: 'rule-number' });
      const href = view.resolve(id)?.href;
      return [href ? html`<a href=${href}>${rule}</a>` : rule];
    });
    const links = [
      cited.map((link, at) => [at ? ', ' : '', link]),
      ...mandates!.map((id) => references(view, [id])),
    ].filter((line) => line.length);
    if (!links.length) return nothing;
    return html`<div class="needed" part="needed">
      <p class="label">${l10n.msg('Needed for', { id: 'needed-for' })}</p>
      <ul role="list">
        ${links.map((link) => html`<li>${link}</li>`)}
      </ul>
    </div>`;
  }
}

/** Ids of the items that ask for a training. */
const asking = (
  training: string,
  sections: readonly Section[],
  type: 'rules' | 'mandates',
): string[] =>
  sections
    .filter((section): section is SectionOf<typeof type> => section.type === type)
    .flatMap(({ items }) => items as { id: string; requires?: string[] | undefined }[])
    .filter(({ requires }) => requires?.includes(training))
    .map(({ id }) => id);
