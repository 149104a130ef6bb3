import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { sectionsFor } from '../policy/audience.js';
import { listed } from '../policy/listed.js';
import type { Section, SectionOf, Training } from '../policy/schema.js';
import { safeAddress } from '../policy/url.js';
import { styles } from './policy-trainings.styles.js';
import { SectionElement } from './section-element.js';
import { itemHeading } from './templates/item-heading.js';
import type { Reading } from './templates/reading.js';
import { forWhom, references } from './templates/references.js';
import { noItems } from './templates/states.js';
import { plain, rich } from './templates/text.js';

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

  protected override renderSection({ items }: SectionOf<'trainings'>, reading: Reading): unknown {
    const trainings = listed(reading.policy.trainings, items, reading.audience);
    if (!trainings.length) return noItems(this.l10n);
    const sections = sectionsFor(reading.policy, reading.audience);
    return html`<ul class="trainings" role="list">
      ${trainings.map((training) => this.#training(training, sections, reading))}
    </ul>`;
  }

  #training(training: Training, sections: readonly Section[], reading: Reading): TemplateResult {
    const { id, title, description, duration, audience } = training;
    const told = reading.text(title)?.lang;
    return html`<li class="training" part="training" id=${id}>
      <div class="what">
        ${itemHeading(reading, id, plain(reading, title))}
        ${duration ? html`<p class="duration"><time datetime=${duration}>${this.l10n.formats.duration(duration)}</time></p>` : nothing}
        ${rich(reading, description, { level: reading.level + 2, told })}
        ${this.#signUp(training, reading)} ${forWhom(reading, audience)}
      </div>
      ${this.#needed(id, sections, reading)}
    </li>`;
  }

  #signUp({ id, url }: Training, reading: Reading): TemplateResult | typeof nothing {
    const href = url && safeAddress(url, reading.base);
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
    reading: Reading,
  ): TemplateResult | typeof nothing {
    const { l10n } = this;
    const [rules, mandates] = (['rules', 'mandates'] as const).map((type) =>
      asking(training, sections, type),
    );
    const cited = rules!.flatMap((id) => {
      const number = reading.entry(id)?.number;
      if (!number) return [];
      const rule = l10n.msg(str`rule ${number}`, { id: 'rule-number' });
      const href = reading.resolve(id)?.href;
      return [href ? html`<a href=${href}>${rule}</a>` : rule];
    });
    const links = [
      cited.map((link, at) => [at ? ', ' : '', link]),
      ...mandates!.map((id) => references(reading, [id])),
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
