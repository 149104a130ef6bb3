import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { EarlierVersion } from '../../controllers/earlier-version.js';
import { PolicyProblemEvent } from '../../events.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Change, TextChange } from '../../policy/changes.js';
import { readNow, readSoon } from '../../policy/parser.js';
import type { Policy } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { styles } from './policy-changes.styles.js';
import { PolicyElement } from '../policy-element.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { rich } from '../shared/text.js';

type Kind = Change['change'];

/**
 * What is different since the version a reader knows: added, changed, moved and removed items, with
 * the words that changed marked. What only reads better stands apart from what says something else.
 *
 * @tagname policy-changes
 * @csspart heading - The title.
 * @csspart section - The section.
 * @csspart change - One item that changed.
 */
export class PolicyChanges extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];
  static override properties = {
    ...PolicyElement.properties,
    knownVersion: { type: String, attribute: 'known-version' },
    earlier: { attribute: false },
    _compare: { state: true },
  };

  /** The version this reader knows, e.g. `2.0`; loaded from the `src` that the history gives it. */
  declare knownVersion: string | undefined;
  /** The earlier policy itself, instead of its version. */
  declare earlier: unknown;

  // Comparing is only paid for by who knows an earlier version.
  declare private _compare: typeof import('../../policy/changes.js') | undefined;
  readonly #loaded: EarlierVersion = new EarlierVersion(this);

  protected override renderPolicy(view: PolicyView): unknown {
    const known = this.#known();
    const before = this.#before(view, known);
    if (known === undefined && !before) return nothing;
    return html`<section class="section" part="section" id="changes">
      <header>${heading(view.level, this.#title(before?.version ?? known), 'section-title')}</header>
      ${before ? this.#differences(view, before) : this.#summaries(view, known!)}
    </section>`;
  }

  #known(): string | undefined {
    return this.knownVersion?.trim() || undefined;
  }

  #title(version: string | undefined): string {
    return version
      ? this.l10n.msg(str`What has changed since version ${version}`, { id: 'changes-since' })
      : this.l10n.msg('What has changed', { id: 'changes' });
  }

  #before(view: PolicyView, known: string | undefined): Policy | undefined {
    if (this.earlier) return this.#read(this.earlier);
    const src = view.policy.history?.find(({ version }) => version === known)?.src;
    this.#loaded.follow(known !== view.policy.version && src ? address(src, view) : undefined);
    const { state } = this.#loaded;
    return state.status === 'ready' ? state.policy : undefined;
  }

  #read(earlier: unknown): Policy | undefined {
    const read = readNow(earlier);
    if (!read) {
      readSoon(earlier).then(
        () => this.requestUpdate(),
        (error: unknown) => this.dispatchEvent(new PolicyProblemEvent('not-loaded', [], error)),
      );
    }
    return read?.policy;
  }

  /** Where the earlier text is not at hand: what the history tells of the versions since. */
  #summaries(view: PolicyView, known: string): unknown {
    const { l10n } = this;
    const { history = [], version } = view.policy;
    if (known === version) return html`<p>${this.#same()}</p>`;
    const at = history.findIndex((each) => each.version === known);
    const since = at < 0 ? history : history.slice(0, at);
    const loading = this.#loaded.state.status === 'loading';
    return html`${
      since.length
        ? html`<ul class="since" role="list">
          ${since.map(
            (each) =>
              html`<li>
                <p class="muted">${each.version} · <time datetime=${each.date}>${l10n.formats.date(each.date)}</time></p>
                ${rich(view, each.summary)}
              </li>`,
          )}
        </ul>`
        : nothing
    }
    ${
      loading
        ? nothing
        : html`<p class="muted small">
          ${l10n.msg('The text of that version is not available, so the differences cannot be shown word by word.', { id: 'changes-no-text' })}
        </p>`
    }`;
  }

  #same(): string {
    return this.l10n.msg('Nothing has changed.', { id: 'changes-none' });
  }

  #differences(view: PolicyView, before: Policy): unknown {
    if (!this._compare) {
      this.#load();
      return nothing;
    }
    const { comparePolicies, isSeen } = this._compare;
    const changes = comparePolicies(before, view.policy, view.lang).changes.filter(isSeen);
    if (!changes.length) return html`<p>${this.#same()}</p>`;
    const { l10n } = this;
    const material = changes.filter((change) => change.material);
    const editorial = changes.filter((change) => !change.material);
    const count = l10n.formats.number(editorial.length);
    return html`${
      material.length
        ? this.#groups(view, material)
        : html`<p>${l10n.msg('Nothing that is asked of you has changed.', { id: 'changes-only-editorial' })}</p>`
    }
    ${
      editorial.length
        ? html`<details class="editorial">
          <summary>
            ${l10n.msg(str`Better wording and order only: ${count}`, { id: 'changes-editorial' })} ${icon(SHAPES.chevron)}
          </summary>
          ${this.#groups(view, editorial)}
        </details>`
        : nothing
    }`;
  }

  #groups(view: PolicyView, changes: readonly Change[]): unknown {
    const { l10n } = this;
    const groups: [Kind, string][] = [
      ['added', l10n.msg('New', { id: 'change-added' })],
      ['changed', l10n.msg('Changed', { id: 'change-changed' })],
      ['moved', l10n.msg('Moved', { id: 'change-moved' })],
      ['removed', l10n.msg('No longer there', { id: 'change-removed' })],
    ];
    return groups.map(([kind, label]) => {
      const group = changes.filter(({ change }) => change === kind);
      if (!group.length) return nothing;
      return html`${heading(view.level + 1, label, 'group')}
        <ul class="changes" role="list">
          ${group.map((change) => this.#change(view, change))}
        </ul>`;
    });
  }

  #change(view: PolicyView, { id, kind, change, title, within, texts }: Change): TemplateResult {
    // An item that is gone leaves its title, and no link to nowhere.
    const name =
      change === 'removed' || kind === 'policy' || view.isStandalone
        ? title
        : html`<a href=${view.href(id)}>${title}</a>`;
    return html`<li class="change" part="change">
      <p class="name">${name} ${within ? html`<span class="within">${within}</span>` : nothing}</p>
      ${texts.map((text) => this.#words(text))}
    </li>`;
  }

  #words({ before, after }: TextChange): TemplateResult {
    const { l10n } = this;
    return html`<p class="words">
      ${this._compare!.diffTexts(before, after).map(({ text, kind }) => {
        if (kind === 'same') return text;
        // Deletion and insertion are read out by few: a word says so.
        return kind === 'added'
          ? html`<ins><span class="visually-hidden">${l10n.msg('added:', { id: 'word-added' })} </span>${text}</ins>`
          : html`<del><span class="visually-hidden">${l10n.msg('removed:', { id: 'word-removed' })} </span>${text}</del>`;
      })}
    </p>`;
  }

  #load(): void {
    void import('../../policy/changes.js').then(
      (compare) => (this._compare = compare),
      (error: unknown) => this.dispatchEvent(new PolicyProblemEvent('not-loaded', [], error)),
    );
  }
}

const address = (src: string, view: PolicyView): string | undefined =>
  safeAddress(src, view.base ?? document.baseURI);
