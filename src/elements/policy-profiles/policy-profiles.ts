import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { RowFilter } from '../../controllers/row-filter.js';
import {
  hasPlatformMarks,
  loadPlatformMarks,
  platformKey,
  platformMark,
} from '../../icons/icon.js';
import { elementRest } from '../../late-modules.js';
import { isAccountLike } from '../../policy/account-like.js';
import type { AccountAnswer } from '../../policy/accounts.js';
import type { Profile, SectionOf, Text } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { staticList } from '../../rendering/static-list.js';
import { styles } from './policy-profiles.styles.js';
import { play } from '../../styles/play.js';
import { SectionElement } from '../section-element.js';
import { accountCheck } from './account-check.js';
import { breakable } from '../shared/contact.js';
import { FIND_FROM, foundText } from '../shared/filter-field.js';
import { heading } from '../shared/heading.js';
import { platformName } from '../shared/platform.js';
import type { PolicyView } from '../shared/policy-view.js';
import { forWhom } from '../shared/references.js';
import { batches, inBatches } from '../shared/intrinsic-size.js';
import { noItems } from '../shared/states.js';
import { nameOf, plain } from '../shared/text.js';

const lower = (text: string): string => text.toLowerCase();
/** Milliseconds without a key after which a name that is not in the list is judged. */
const PAUSE = 400;
/** A batch stays whole, and columns end where batches do: with few in each, about as far down. */
const FEW = 5;

/**
 * The directory of official profiles, by platform. One field judges an address or a handle, and
 * looks for a name.
 *
 * @tagname policy-profiles
 * @csspart platform - The profiles on one platform.
 * @csspart profile - One profile.
 * @csspart account - The question whether an account is ours.
 * @csspart controls - The fields to filter by.
 * @csspart button - A button.
 * @csspart input - A field.
 */
export class PolicyProfiles extends SectionElement<SectionOf<'profiles'>> {
  static override styles = [...SectionElement.styles, play, batches, styles];
  static override properties = {
    ...SectionElement.properties,
    _answer: { state: true },
  };
  protected override readonly type = 'profiles';

  declare private _answer: AccountAnswer | undefined;
  /** In the order they stand on the page. */
  #profiles: readonly Profile[] = [];
  #typed = '';
  #shown = 0;
  /** Contact that looks after most of them: said once. */
  #usual: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #filter: RowFilter = new RowFilter(
    this,
    () => this.#rows(),
    (shown, total) => this.#tell(shown, total),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    void loadPlatformMarks()?.then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** A profile that was filtered out comes back when somebody is led to it. */
  uncover(item: HTMLElement): void {
    if (!item.hidden) return;
    for (const field of this.renderRoot.querySelectorAll<HTMLInputElement>('.input'))
      field.value = '';
    this.#filter.clear();
  }

  protected override renderSection({ items }: SectionOf<'profiles'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    const groups = [...byPlatform(items).values()];
    this.#profiles = groups.flat();
    const asking = { answer: this._answer, type: this.#onTyped, ask: this.#onAsked };
    this.#usual = usualOwner(items);
    return html`${accountCheck(view, asking)} ${this.#managed(view)} ${items.length >= FIND_FROM ? this.#controls(items) : nothing}
      <div class="groups">
        ${staticList(() => groups.map((group) => this.#group(group, view)), items, view, hasPlatformMarks())}
      </div>`;
  }

  #managed(view: PolicyView): TemplateResult | typeof nothing {
    const by = nameOfOwner(view, this.#usual);
    if (!by) return nothing;
    return html`<p class="managed">
      ${this.l10n.msg(str`Managed by ${by}, unless it says otherwise.`, { id: 'managed-mostly' })}
    </p>`;
  }

  #group(profiles: readonly Profile[], view: PolicyView): TemplateResult {
    const [{ id, platform }] = profiles as [Profile];
    const label = `${id}--platform`;
    const isMore = profiles.every((profile) => view.more.has(profile.id));
    const name = html`<span class="square">${platformMark(platform)}</span> <span id=${label}>${platformName(platform)}</span>`;
    const drawn = profiles.map((profile) => this.#profile(profile, view, label));
    return html`<div class="group" part="platform" data-group ?data-more=${isMore}>
      ${heading(view.level + 1, name, 'platform', label)}
      <ul class="profiles" role="list">
        ${inBatches(drawn, FEW)}
      </ul>
    </div>`;
  }

  #controls(items: readonly Profile[]): TemplateResult {
    const { l10n } = this;
    const platforms = tally(items.map(({ platform }) => [platformKey(platform)]));
    const languages = tally(items.map(({ languages = [] }) => languages.map(lower)));
    const nameOf = (key: string) =>
      platformName(items.find((item) => platformKey(item.platform) === key)!.platform);
    return html`<div class="controls" part="controls">
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
      <select class="input" part="input" id=${facet} @change=${choose}>
        <option value="">${l10n.msg('All', { id: 'all' })}</option>
        ${options.map((each) => html`<option value=${each.value}>${each.name} (${l10n.formats.number(each.count)})</option>`)}
      </select>
    </div>`;
  }

  #profile(profile: Profile, view: PolicyView, label: string): TemplateResult {
    const { id, state } = profile;
    const told = typeof profile.name === 'string' ? undefined : view.text(profile.name)?.lang;
    // Nobody is sent to an account that is closed.
    const href = state === 'closed' ? undefined : safeAddress(profile.url, view.base);
    const name = html`<span id="${id}--name">${nameOf(view, profile.name)}</span>`;
    return html`<li class="profile" part="profile" id=${id} data-row ?data-more=${view.more.has(id)}>
      <p class="name">
        ${href ? html`<a href=${href} rel="noopener" aria-labelledby="${id}--name ${label}">${name}</a>` : name}
      </p>
      ${profile.handle ? html`<p class="handle">${breakable(profile.handle)}</p>` : nothing}
      ${profile.purpose ? html`<p class="purpose">${plain(view, profile.purpose, told)}</p>` : nothing}
      <p class="meta">${this.#meta(profile, view).map((part) => html`<span>${part}</span> `)}</p>
      ${forWhom(view, profile.audience)}
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
    const by = owner === this.#usual ? '' : nameOfOwner(view, owner);
    return [
      state && states[state] ? html`<strong>${states[state]}</strong>` : undefined,
      names.length ? l10n.formats.list(names) : undefined,
      by ? l10n.msg(str`Managed by ${by}`, { id: 'managed-by' }) : undefined,
    ].filter((part) => part !== undefined);
  }

  readonly #onTyped = (input: string): void => {
    this.#look(input);
    this._answer = undefined;
    clearTimeout(this.#pause);
    const word = input.trim();
    if (isAccountLike(word)) void this.#judge(word);
    // A word that is no name of ours may be a handle.
    else if (word && !this.#shown && !/\s/.test(word))
      this.#pause = setTimeout(() => void this.#judge(word), PAUSE);
  };

  readonly #onAsked = (input: string): void => {
    clearTimeout(this.#pause);
    this.#look(input);
    void this.#judge(input.trim());
  };

  /** Leaves in the list what has the word; what is pasted to be judged leaves it alone. */
  #look(input: string): void {
    this.#typed = input.trim();
    this.#filter.search(isAccountLike(input) ? '' : input);
  }

  async #judge(input: string): Promise<void> {
    // The closed ones as well, and those for others: an account is ours whoever asks.
    const all = this.shownPolicy?.sections.flatMap((section) =>
      section.type === 'profiles' ? (section as SectionOf<'profiles'>).items : [],
    );
    const { recogniseAccount } = await import('../../policy/accounts.js');
    if (input !== this.#typed) return;
    const answer = recogniseAccount(input, all ?? []);
    const isWord = !isAccountLike(input) && this.#shown > 0;
    // The list answers who looked for a name in it.
    this._answer = isWord && /^un/.test(answer.verdict) ? undefined : answer;
    if (!this.#shown) this.#filter.search('');
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
    this.#shown = shown;
    elementRest.value?.fitBatches(this.renderRoot, this.#filter.active);
    for (const group of this.renderRoot.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-row]:not([hidden])');
    const status = this.renderRoot.querySelector('.status');
    if (status) status.textContent = foundText(this.l10n, shown, total);
  }
}

function nameOfOwner(view: PolicyView, owner: string | undefined): string {
  const contact = view.entry(owner);
  return contact?.kind === 'contact' ? view.plain(contact.value['name'] as Text) : '';
}

/** Who looks after more than half of several profiles. */
function usualOwner(items: readonly Profile[]): string | undefined {
  const counts = tally(items.map(({ owner }) => (owner ? [owner] : [])));
  return [...counts].find(([, count]) => count > 2 && count > items.length / 2)?.[0];
}

/** The profiles of each platform, in the order in which the policy first names one. */
function byPlatform(items: readonly Profile[]): Map<string, Profile[]> {
  const groups = new Map<string, Profile[]>();
  for (const item of items) {
    const key = platformName(item.platform);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
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
