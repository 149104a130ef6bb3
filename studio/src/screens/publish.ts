/** Publishing: what stands in the way, what changed, which version, and then the lines to paste. */
import type { Draft, Json } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError } from '../api/client.js';
import { formatDate, formatNumber, languageName, msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import { changesIn, obstaclesIn, proposalFor, type Proposal } from '../model/publishing.js';
import { languageStates } from '../model/translations.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { changesView } from '../views/changes.js';
import { notice, notLoaded, sessionNotices } from '../views/save-state.js';
import { snippetsFor } from '../views/snippets.js';
import { today } from './write.js';

export class StudioPublish extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    _published: { state: true },
    _choice: { state: true },
    _summary: { state: true },
    _busy: { state: true },
    _done: { state: true },
    _failed: { state: true },
    _lang: { state: true },
    _host: { state: true },
  };
  declare private _published: Draft | undefined | 'loading' | 'failed';
  declare private _choice: 'major' | 'minor' | undefined;
  declare private _summary: Readonly<Record<string, string>>;
  declare private _busy: boolean;
  declare private _done: string | undefined;
  declare private _failed: string | undefined;
  declare private _lang: string | undefined;
  declare private _host: number;

  constructor() {
    super();
    this._published = 'loading';
    this._summary = {};
    this._busy = false;
    this._host = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    const newest = this.session.opened.published?.[0]?.version ?? this.session.opened.base?.version;
    try {
      this._published =
        newest === undefined ? undefined : await api.version(this.session.policy, newest);
    } catch {
      // Not the same as nothing: the version to propose, and what changed, hang on it.
      this._published = 'failed';
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      ${sessionNotices(this.session)}
      ${this._done ? this.#after(this._done) : this.#before()}
    </div>`;
  }

  #before(): TemplateResult {
    const published = this._published;
    const { session } = this;
    if (published === 'loading')
      return html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>`;
    if (published === 'failed')
      return html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>
        ${notLoaded(() => this.#load())}`;
    const unchanged = session.opened.base?.digest === session.digest && session.state === 'saved';
    if (unchanged && published) {
      return html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>
        <p class="standfirst">${msg(str`Version ${published['version']} is published, and nothing has changed since.`, { id: 'studio-next-published' })}</p>
        ${this.#snippets()}`;
    }
    const proposal = proposalFor(session.draft, published);
    const lang = this._lang ?? languagesIn(session.draft)[0] ?? 'en';
    const obstacles = obstaclesIn(session.draft);
    return html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>
      ${this.#obstacles(obstacles)} ${published ? this.#changed(published, lang) : nothing}
      ${published ? this.#version(proposal) : nothing} ${this.#languages()} ${this.#summaryFields(Boolean(published))}
      ${this._failed ? notice('alert', this._failed) : nothing}
      <div class="actions">
        <button class="button primary large" ?disabled=${this._busy || !session.roles.has('publish') || obstacles.errors > 0 || obstacles.toFillIn > 0} @click=${() => void this.#publish(proposal)}>
          ${icon('send')} ${this._busy ? msg('Publishing…', { id: 'studio-publishing' }) : msg(str`Publish version ${this.#versionOf(proposal)}`, { id: 'studio-publish-version' })}
        </button>
        ${session.roles.has('publish') ? nothing : html`<p class="muted">${msg('Somebody with the role to publish does this.', { id: 'studio-publish-role' })}</p>`}
      </div>`;
  }

  #versionOf(proposal: Proposal): string {
    return proposal[this._choice ?? proposal.proposed];
  }

  #obstacles({ errors, toFillIn }: { errors: number; toFillIn: number }): TemplateResult {
    const { policy } = this.session;
    const there = html`<a href=${addressOf({ view: 'write', policy })}>${msg('Go there', { id: 'studio-go-there' })}</a>`;
    return html`${
      errors
        ? notice(
            'alert',
            msg(
              str`${formatNumber(errors)} places are wrong: readers would miss something there.`,
              { id: 'studio-obstacle-errors' },
            ),
            there,
          )
        : nothing
    }
    ${
      toFillIn
        ? notice(
            'alert',
            msg(
              str`${formatNumber(toFillIn)} places between double brackets are still to be filled in.`,
              { id: 'studio-next-fill' },
            ),
            there,
          )
        : nothing
    }`;
  }

  #changed(published: Draft, lang: string): TemplateResult {
    const languages = languagesIn(this.session.draft);
    return html`<section>
      <div class="title-row">
        <h2>${msg(str`What changed since version ${published['version']}`, { id: 'studio-changed-since' })}</h2>
        ${
          languages.length > 1
            ? html`<label class="inline-field"><span class="visually-hidden">${msg('Language', { id: 'studio-preview-language' })}</span>
              <select @change=${(event: Event) => void (this._lang = (event.target as HTMLSelectElement).value)}>
                ${languages.map((tag) => html`<option value=${tag} ?selected=${tag === lang}>${languageName(tag)}</option>`)}
              </select></label>`
            : nothing
        }
      </div>
      ${changesView(changesIn(this.session.draft, published, lang), this.session.draft, lang)}
    </section>`;
  }

  #version(proposal: Proposal): TemplateResult {
    const chosen = this._choice ?? proposal.proposed;
    const option = (value: 'major' | 'minor', title: string, about: string): TemplateResult =>
      html`<label class="radio ${chosen === value ? 'chosen' : ''}"><input type="radio" name="version" .checked=${chosen === value} @change=${() => void (this._choice = value)} />
        <span><strong>${title}</strong> <span class="muted">${msg(str`version ${proposal[value]}`, { id: 'studio-version-n' })}</span>${proposal.proposed === value ? html` <span class="muted">· ${msg('proposed', { id: 'studio-proposed' })}</span>` : nothing}<br /><span class="muted">${about}</span></span></label>`;
    const titles = proposal.material
      .slice(0, 3)
      .map(({ title }) => `“${title}”`)
      .join(', ');
    return html`<fieldset class="field version">
      <legend><h2>${msg('Must people confirm again?', { id: 'studio-confirm-again' })}</h2></legend>
      <p class="hint">${
        proposal.proposed === 'major'
          ? msg(str`We propose yes: ${titles} now says something else than before.`, {
              id: 'studio-reason-major',
            })
          : msg('We propose no: nothing says something else than before.', {
              id: 'studio-reason-minor',
            })
      }</p>
      ${option('minor', msg('No, it is a correction', { id: 'studio-choose-minor' }), msg('Nobody has to do anything.', { id: 'studio-choose-minor-about' }))}
      ${option('major', msg('Yes, it says something new', { id: 'studio-choose-major' }), msg('Everybody is asked to read and confirm it again.', { id: 'studio-choose-major-about' }))}
    </fieldset>`;
  }

  #languages(): TemplateResult | typeof nothing {
    const behind = languageStates(this.session.draft).filter(({ current, all }) => current < all);
    if (!behind.length) return nothing;
    const words = behind
      .map(({ lang, current, all }) => `${languageName(lang)} (${formatNumber(all - current)})`)
      .join(', ');
    return notice(
      'info',
      msg(
        str`Texts missing or behind: ${words}. Readers see them in the first language, and are told.`,
        { id: 'studio-languages-behind' },
      ),
      html`<a href=${addressOf({ view: 'translate', policy: this.session.policy })}>${msg('Translate', { id: 'studio-tab-translate' })}</a>`,
    );
  }

  #summaryFields(again: boolean): TemplateResult {
    return html`<section>
      <h2>${again ? msg('What readers are told about it', { id: 'studio-summary-title' }) : msg('A word about this first version', { id: 'studio-summary-first' })}</h2>
      ${languagesIn(this.session.draft).map(
        (
          tag,
          at,
        ) => html`<div class="field"><label for="summary-${tag}"><span class="label-text">${languageName(tag)}${at ? html` <span class="optional">${msg('optional', { id: 'studio-optional' })}</span>` : nothing}</span></label>
          <input class="input" id="summary-${tag}" lang=${tag} .value=${this._summary[tag] ?? ''} placeholder=${at ? '' : this.#defaultSummary(again)} @input=${(event: Event) => void (this._summary = { ...this._summary, [tag]: (event.target as HTMLInputElement).value })} /></div>`,
      )}
    </section>`;
  }

  #defaultSummary(again: boolean): string {
    return again
      ? msg('Small corrections.', { id: 'studio-summary-minor' })
      : msg('First version.', { id: 'studio-summary-initial' });
  }

  async #publish(proposal: Proposal): Promise<void> {
    const { session } = this;
    this._busy = true;
    this._failed = undefined;
    const version = this.#versionOf(proposal);
    const [first = 'en'] = languagesIn(session.draft);
    const given = Object.entries(this._summary).filter(([, text]) => text.trim());
    const summary: Json = {
      [first]: this.#defaultSummary(this._published !== undefined),
      ...Object.fromEntries(given),
    };
    try {
      if (!(await session.settled())) {
        this._failed = msg(
          'What you wrote is not saved yet. Wait until it says “Saved”, then publish.',
          { id: 'studio-publish-unsaved' },
        );
        return;
      }
      const opened = await api.publish(session.policy, {
        digest: session.digest,
        version,
        date: today(),
        summary,
      });
      session.adopt(opened);
      this._done = version;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
    } catch (error) {
      this._failed = failure(error);
      if (error instanceof ApiError && error.code === 'draft-moved') await session.refresh();
    } finally {
      this._busy = false;
    }
  }

  #after(version: string): TemplateResult {
    return html`<div class="published">
      ${icon('done')}
      <h1 tabindex="-1">${msg(str`Version ${version} is published`, { id: 'studio-published-title' })}</h1>
      <p class="standfirst">${msg(str`On ${formatDate(today())}. Pages that show the policy have it from now on: there is nothing to replace there.`, { id: 'studio-published-about' })}</p>
      </div>
      ${this.#snippets()}`;
  }

  #snippets(): TemplateResult {
    const [lang = 'en'] = languagesIn(this.session.draft);
    const snippets = snippetsFor(this.session.policy, lang, location.origin);
    const snippet = snippets[this._host] ?? snippets[0]!;
    return html`<section class="snippets">
      <h2>${msg('Put it on a page', { id: 'studio-snippet-title' })}</h2>
      <label class="inline-field"><span>${msg('Where?', { id: 'studio-snippet-where' })}</span>
        <select @change=${(event: Event) => void (this._host = Number((event.target as HTMLSelectElement).value))}>
          ${snippets.map(({ name }, at) => html`<option value=${at} ?selected=${at === this._host}>${name}</option>`)}
        </select></label>
      ${snippet.steps.map((step) => html`<p>${step}</p>`)}
      <pre class="code" tabindex="0"><code>${snippet.code}</code></pre>
      <button class="button small" @click=${(event: Event) => void copy(snippet.code, event.currentTarget as HTMLElement)}>${icon('copy')} ${msg('Copy', { id: 'studio-copy' })}</button>
    </section>`;
  }
}

/** On plain http there is no clipboard for scripts: then the text is chosen, and copied by hand. */
async function copy(code: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    button.dataset['copied'] = '';
  } catch {
    const place = button.parentElement?.querySelector('pre code');
    if (place) getSelection()?.selectAllChildren(place);
  }
}

function failure(error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'no-connection';
  const words: Record<string, string> = {
    'draft-moved': msg('Somebody changed the text a moment ago. Look at it again, then publish.', {
      id: 'studio-fail-moved',
    }),
    'not-publishable': msg(
      'This cannot be published: a version with this number exists, or something is wrong in the text.',
      { id: 'studio-fail-not-publishable' },
    ),
    'not-allowed': msg('Somebody with the role to publish does this.', {
      id: 'studio-publish-role',
    }),
    'not-approved': msg('This text has not been approved yet.', { id: 'studio-fail-not-approved' }),
  };
  return (
    words[code] ??
    msg('The server did not answer. Nothing is half published: try again.', {
      id: 'studio-fail-other',
    })
  );
}
