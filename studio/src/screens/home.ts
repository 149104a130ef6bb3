import { html, nothing, type TemplateResult } from 'lit';
import { BASE } from '../base.js';
import { api, type ListedPolicy, type Me } from '../api/client.js';
import { formatMoment, language, languageName, msg, str } from '../localization/localize.js';
import { readable } from '../model/policy.js';
import { addressOf } from '../router.js';
import { StudioElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { whyRefused } from '../views/approval.js';
import { waitingView } from '../views/waiting.js';

/** Every policy, its state, and what is to do next. */
export class StudioHome extends StudioElement {
  static override properties = {
    me: { attribute: false },
    _policies: { state: true },
    _failed: { state: true },
  };
  declare me: Me;
  declare private _policies: readonly ListedPolicy[] | undefined;
  declare private _failed: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this._failed = false;
    try {
      this._policies = await api.list();
    } catch {
      this._failed = true;
    }
  }

  protected override render(): TemplateResult {
    const mayWrite = this.me.roles.includes('write') && !this.me.file;
    return html`<div class="page narrow">
      <div class="title-row">
        <h1 tabindex="-1">${msg('Your policies', { id: 'studio-home-title' })}</h1>
        ${mayWrite ? html`<a class="button primary" href=${addressOf({ view: 'new' })}>${icon('add')} ${msg('New policy', { id: 'studio-new-policy' })}</a>` : nothing}
      </div>
      ${this.#around()}
      ${
        this._failed
          ? html`<p>${msg('The list could not be loaded.', { id: 'studio-home-failed' })} <button class="link-button" @click=${() => void this.#load()}>${msg('Try again', { id: 'studio-retry' })}</button></p>`
          : nothing
      }
      ${this._policies?.length === 0 ? this.#empty(mayWrite) : nothing}
      <ul class="policies">
        ${(this._policies ?? []).map((each) => this.#row(each))}
      </ul>
    </div>`;
  }

  #around(): TemplateResult | typeof nothing {
    const { report, home } = this.me;
    if (report === undefined && home === undefined) return nothing;
    return html`<p class="published-links">
      ${home === undefined ? nothing : html`<a href=${home}>${msg('To the intranet', { id: 'studio-home-intranet' })}</a>`}
      ${report === undefined ? nothing : html`<a href="${BASE}${report}?lang=${language()}">${msg('Who has confirmed', { id: 'studio-published-report' })}</a>`}
    </p>`;
  }

  #empty(mayWrite: boolean): TemplateResult {
    return html`<p class="standfirst">
      ${
        mayWrite
          ? msg(
              'There is no policy yet. Begin with an example for your kind of organisation, or with the document you have.',
              { id: 'studio-home-empty' },
            )
          : msg('There is no policy yet.', { id: 'studio-home-none' })
      }
    </p>`;
  }

  #row(policy: ListedPolicy): TemplateResult {
    const title = readable(policy.title, language(), { languages: policy.languages });
    const href = addressOf({ view: 'overview', policy: policy.id });
    return html`<li class="policy">
      <h2><a href=${href}>${title || msg('Untitled', { id: 'studio-untitled' })}</a></h2>
      <p class="state-line">${stateWords(policy)}${this.#toDecide(policy)}${this.#toMend(policy)}</p>
      ${waitingView(policy.id, policy.waits ?? [])}
      <p class="muted">
        ${policy.languages.map((tag) => languageName(tag)).join(' · ')}
        ${
          policy.updatedAt && policy.changed
            ? html` · ${
                policy.updatedBy
                  ? msg(
                      str`last changed ${formatMoment(policy.updatedAt)} by ${policy.updatedBy}`,
                      { id: 'studio-home-changed-by' },
                    )
                  : msg(str`last changed ${formatMoment(policy.updatedAt)}`, {
                      id: 'studio-home-changed',
                    })
              }`
            : nothing
        }
      </p>
    </li>`;
  }

  #toDecide({ id, approval, scheduled }: ListedPolicy): TemplateResult | typeof nothing {
    const { roles } = this.me;
    const href = addressOf({ view: 'publish', policy: id });
    if (approval === 'requested' && roles.includes('approve'))
      return html` <a href=${href}>${msg('Look at it and decide', { id: 'studio-home-decide' })}</a>`;
    if (approval === 'approved' && !scheduled && roles.includes('publish'))
      return html` <a href=${href}>${msg('Publish', { id: 'studio-tab-publish' })}</a>`;
    return nothing;
  }

  /** The reason stands where approval is asked for again. */
  #toMend({ id, approval, scheduled }: ListedPolicy): TemplateResult | typeof nothing {
    if (approval !== 'rejected' || scheduled) return nothing;
    return html` ${whyRefused(id)}`;
  }
}

function stateWords({ published, changed, approval, scheduled }: ListedPolicy): string {
  if (scheduled) {
    const [version, when] = [scheduled.version, formatMoment(scheduled.at)];
    return msg(str`Version ${version} will be published by itself on ${when}.`, {
      id: 'studio-home-scheduled',
    });
  }
  const asked = approvalWords(approval, published);
  if (asked !== undefined) return asked;
  if (!published) return msg('Being written. Not published yet.', { id: 'studio-home-draft' });
  if (changed) {
    return msg(str`Version ${published} is published. There are changes that are not.`, {
      id: 'studio-home-with-changes',
    });
  }
  return msg(str`Version ${published} is published.`, { id: 'studio-home-published' });
}

/** What is not published yet, beside what is. */
function approvalWords(
  approval: ListedPolicy['approval'],
  published: string | undefined,
): string | undefined {
  if (approval === 'requested')
    return published
      ? msg(str`Version ${published} is published. What is new waits for approval.`, {
          id: 'studio-home-new-requested',
        })
      : msg('Waits for approval.', { id: 'studio-home-requested' });
  if (approval === 'approved')
    return published
      ? msg(
          str`Version ${published} is published. What is new is approved, and not published yet.`,
          {
            id: 'studio-home-new-approved',
          },
        )
      : msg('Approved, and not published yet.', { id: 'studio-home-approved' });
  if (approval === 'rejected')
    return msg('Sent back: somebody asked for changes.', { id: 'studio-home-rejected' });
  return undefined;
}
