import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { RowFilter } from '../../controllers/row-filter.js';
import {
  hasPlatformMarks,
  loadPlatformMarks,
  platformKey,
  platformMark,
} from '../../icons/icon.js';
import type { AccountAnswer } from '../../policy/accounts.js';
import type { Profile, SectionOf, Text } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-profiles.styles.js';
import { SectionElement } from '../section-element.js';
import { accountCheck } from './account-check.js';
import { FIND_FROM, findField, foundText } from '../shared/filter-field.js';
import { platformName } from '../shared/platform.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { lettersIn, listOf, sized } from '../shared/intrinsic-size.js';
import { noItems } from '../shared/states.js';
import { nameOf, plain } from '../shared/text.js';

const lower = (text: string): string => text.toLowerCase();

/**
 * The directory of official profiles.
 *
 * @tagname policy-profiles
 * @csspart profile - One profile.
 * @csspart account - The question whether an account is ours.
 * @csspart controls - The fields to find and filter by.
 */
export class PolicyProfiles extends SectionElement<SectionOf<'profiles'>> {
  static override styles = [...SectionElement.styles, styles];
  static override properties = {
    ...SectionElement.properties,
    _answer: { state: true },
  };
  protected override readonly type = 'profiles';

  declare private _answer: AccountAnswer | undefined;
  #profiles: readonly Profile[] = [];
  readonly #filter: RowFilter = new RowFilter(
    this,
    () => this.#rows(),
    (shown, total) => this.#tell(shown, total),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    void loadPlatformMarks()?.then(() => this.requestUpdate());
  }

  /** A profile that was filtered out comes back when somebody is led to it. */
  uncover(item: HTMLElement): void {
    if (!item.hidden) return;
    for (const field of this.renderRoot.querySelectorAll<HTMLInputElement>('.input'))
      field.value = '';
    this.#filter.clear();
  }

  protected override renderSection({ items }: SectionOf<'profiles'>, view: PolicyView): unknown {
    this.#profiles = items;
    if (!items.length) return noItems(this.l10n);
    return html`${items.length >= FIND_FROM ? this.#controls(items) : nothing}
      <p class="status" role="status"></p>
      <ul class=${listOf('profiles', items)} role="list">
        ${staticList(() => items.map((profile) => this.#profile(profile, view)), items, view, hasPlatformMarks())}
      </ul>
      ${accountCheck(view, this._answer, (input) => void this.#check(input))}`;
  }

  #controls(items: readonly Profile[]): TemplateResult {
    const { l10n } = this;
    const platforms = tally(items.map(({ platform }) => [platformKey(platform)]));
    const languages = tally(items.map(({ languages = [] }) => languages.map(lower)));
    const nameOf = (key: string) =>
      platformName(items.find((item) => platformKey(item.platform) === key)!.platform);
    return html`<div class="controls" part="controls">
      ${findField(l10n.msg('Find a profile', { id: 'find-profile' }), (query) => this.#filter.search(query))}
      ${this.#choice('platform', l10n.msg('Platform', { id: 'platform' }), platforms, nameOf)}
      ${
        languages.size > 1
          ? this.#choice('language', l10n.msg('Language', { id: 'language' }), languages, (code) =>
              l10n.formats.language(code),
            )
          : nothing
      }
    </div>`;
  }

  #choice(
    facet: string,
    label: string,
    counts: ReadonlyMap<string, number>,
    name: (value: string) => string,
  ): TemplateResult {
    const { l10n } = this;
    const options = [...counts].map(([value, count]) => ({ value, name: name(value), count }));
    options.sort((a, b) => compare(a.name, b.name, l10n.labels));
    const choose = (event: Event) =>
      this.#filter.facet(facet, (event.target as HTMLSelectElement).value);
    return html`<div class="field">
      <label for=${facet}>${label}</label>
      <select class="input" id=${facet} @change=${choose}>
        <option value="">${l10n.msg('All', { id: 'all' })}</option>
        ${options.map((each) => html`<option value=${each.value}>${each.name} (${l10n.formats.number(each.count)})</option>`)}
      </select>
    </div>`;
  }

  #profile(profile: Profile, view: PolicyView): TemplateResult {
    const { id, state } = profile;
    const told = typeof profile.name === 'string' ? undefined : view.text(profile.name)?.lang;
    // Nobody is sent to an account that is closed.
    const href = state === 'closed' ? undefined : safeAddress(profile.url, view.base);
    const name = html`<span id="${id}--name">${nameOf(view, profile.name)}</span>`;
    return html`<li class="profile" part="profile" id=${id} data-row ${sized(lettersIn(view, profile.purpose), id)}>
      <span class="square">${platformMark(profile.platform)}</span>
      <div>
        <p class="name">
          ${href ? html`<a href=${href} rel="noopener" aria-labelledby="${id}--name ${id}--platform">${name}</a>` : name}
        </p>
        <p class="where">
          <span id="${id}--platform">${platformName(profile.platform)}</span>
          ${profile.handle ? html`<span class="handle">${profile.handle}</span>` : nothing}
        </p>
        ${profile.purpose ? html`<p class="purpose">${plain(view, profile.purpose, told)}</p>` : nothing}
        <p class="meta">${this.#meta(profile, view).map((part) => html`<span>${part}</span> `)}</p>
        ${forWhom(view, profile.audience)}
      </div>
    </li>`;
  }

  #meta({ state, languages, owner }: Profile, view: PolicyView): unknown[] {
    const { l10n } = this;
    const states = {
      active: undefined,
      dormant: l10n.msg('Not in use at the moment', { id: 'dormant' }),
      closed: l10n.msg('Closed', { id: 'closed' }),
    };
    const names = (languages ?? []).map((code) => l10n.formats.language(code));
    const contact = view.entry(owner);
    const by = contact?.kind === 'contact' ? view.plain(contact.value['name'] as Text) : '';
    return [
      state && states[state] ? html`<strong>${states[state]}</strong>` : undefined,
      names.length ? l10n.formats.list(names) : undefined,
      by ? l10n.msg(str`Managed by ${by}`, { id: 'managed-by' }) : undefined,
    ].filter((part) => part !== undefined);
  }

  async #check(input: string): Promise<void> {
    // The closed ones as well, and those for others: an account is ours whoever asks.
    const all = this.shownPolicy?.sections.flatMap((section) =>
      section.type === 'profiles' ? (section as SectionOf<'profiles'>).items : [],
    );
    const { recogniseAccount } = await import('../../policy/accounts.js');
    this._answer = recogniseAccount(input, all ?? []);
  }

  #rows() {
    const { view } = this;
    return this.#profiles.map(
      ({ name, handle, platform, url, purpose, owner, languages = [] }) => ({
        text: [
          view?.plain(name),
          handle,
          platformName(platform),
          url,
          view?.plain(purpose),
          view?.plain(view.entry(owner)?.value['name'] as Text | undefined),
        ].join('\n'),
        facets: { platform: [platformKey(platform)], language: languages.map(lower) },
      }),
    );
  }

  #tell(shown: number, total: number): void {
    const status = this.renderRoot.querySelector('[role=status]');
    if (status) status.textContent = foundText(this.l10n, shown, total);
  }
}

/** Names of platforms are in letters that every language orders alike: to ask how takes longer. */
const compare = (a: string, b: string, lang: string): number => {
  if (!/^[a-z0-9 ]*$/i.test(a + b)) return a.localeCompare(b, lang);
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : Number(one > other);
};

/** How many items have which value. */
function tally(values: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values.flatMap((each) => [...new Set(each)])) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
