/** Publishing: what stands in the way, what changed, which version, and then the lines to paste. */
import type { Draft, Json } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { api, ApiError, type Approvals, type ReleaseInput } from '../api/client.js';
import { formatDate, formatNumber, languageName, msg, str } from '../localization/localize.js';
import { languagesIn, readable } from '../model/policy.js';
import {
  changesIn,
  obstaclesIn,
  proposalFor,
  summaryOf,
  type Proposal,
} from '../model/publishing.js';
import {
  behindIn,
  languagesOfRelease,
  languageChoices,
  languagesNotice,
  type LanguageChoices,
} from '../views/language-choices.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { approvalStatus, sentBack } from '../views/approval.js';
import { openComments } from '../views/comments-on.js';
import { changesView } from '../views/changes.js';
import { notice, notLoaded, sessionNotices } from '../views/save-state.js';
import { publishFailure as failure } from '../views/publish-failure.js';
import { today } from './write.js';

const LOOK = 10_000;

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
    _approvals: { state: true },
    _chosen: { state: true },
  };
  declare private _published: Draft | undefined | 'loading' | 'failed';
  declare private _choice: 'major' | 'minor' | undefined;
  declare private _summary: Readonly<Record<string, string>>;
  declare private _busy: boolean;
  declare private _done: string | undefined;
  declare private _failed: string | undefined;
  declare private _lang: string | undefined;
  /** What becomes of languages that are behind. */
  declare private _chosen: LanguageChoices;
  /** Of the revision that it was asked for. */
  declare private _approvals: (Approvals & { revision: number }) | undefined;

  #looking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this._published = 'loading';
    this._summary = {};
    this._busy = false;
    this._chosen = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    // Somebody else decides meanwhile, and changes no text by it.
    this.#looking = setInterval(() => void this.#look(), LOOK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this._approvals && this._approvals.revision !== this.session.revision) {
      void this.#look();
    }
  }

  async #look(): Promise<void> {
    const { policy, revision } = this.session;
    if (document.visibilityState === 'hidden' || this.session.me.file) return;
    try {
      const approvals = await api.approvals(policy);
      if (revision === this.session.revision) this._approvals = { ...approvals, revision };
    } catch {
      // The next time will tell.
    }
  }

  async #load(): Promise<void> {
    const newest = this.session.opened.published?.[0]?.version ?? this.session.opened.base?.version;
    try {
      const { policy, revision, me } = this.session;
      const [published, approvals] = await Promise.all([
        newest === undefined ? undefined : api.version(policy, newest),
        me.file ? undefined : api.approvals(policy),
      ]);
      this._published = published;
      this._approvals = approvals && { ...approvals, revision };
      this.#takeUp();
    } catch {
      // Not the same as nothing: the version to propose, and what changed, hang on it.
      this._published = 'failed';
    }
  }

  /** Words about a version that came back, to be mended as well. */
  #takeUp(): void {
    const { draft, opened } = this.session;
    const version = draft['version'];
    if (!this._approvals?.log.some((entry) => entry.version === version)) return;
    if (opened.published?.some((each) => each.version === version)) return;
    const { summary } = releaseOf(draft);
    if (typeof summary === 'object') this._summary = summary as Record<string, string>;
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      ${sessionNotices(this.session)} ${this._done ? nothing : openComments(this.session)}
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
        <snippets-panel .session=${this.session}></snippets-panel>`;
    }
    const lang = this._lang ?? languagesIn(session.draft)[0] ?? 'en';
    return html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>
      ${this.#standing ? this.#candidate(published, lang) : this.#proposed(published, lang)}`;
  }

  /** Approval was asked for, or given, of the text as it is. */
  get #standing(): Approvals | undefined {
    const known = this._approvals;
    const { revision, state } = this.session;
    if (!known || known.revision !== revision || state !== 'saved') return undefined;
    return known.state === 'requested' || known.state === 'approved' ? known : undefined;
  }

  /** What is asked about is fixed by now: its version, and what readers are told about it. */
  #candidate(published: Draft | undefined, lang: string): TemplateResult {
    const { session } = this;
    const { state, fourEyes } = this.#standing!;
    const release = releaseOf(session.draft);
    const mayPublish = state === 'approved' || !fourEyes;
    return html`${approvalStatus(session, this.#standing!)}
      ${published ? this.#changed(published, lang) : nothing} ${languagesNotice(session)}
      <section><h2>${msg('What readers are told about it', { id: 'studio-summary-title' })}</h2>
        <p lang=${lang}>${readable(release.summary, lang, session.draft)}</p></section>
      ${session.roles.has('approve') ? html`<approval-decision .session=${session} .approvals=${this._approvals} .decided=${(approvals?: Approvals) => this.#decided(approvals)}></approval-decision>` : nothing}
      ${this._failed ? notice('alert', this._failed) : nothing}
      ${mayPublish ? html`<div class="actions">${this.#publishButton(release, state === 'approved')}</div>` : nothing}`;
  }

  #decided(approvals?: Approvals): void {
    if (approvals) this._approvals = { ...approvals, revision: this.session.revision };
    else void this.#look();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  #proposed(published: Draft | undefined, lang: string): TemplateResult {
    const { session } = this;
    const proposal = proposalFor(session.draft, published);
    const obstacles = obstaclesIn(session.draft);
    const release = this.#release(proposal);
    const fourEyes = this._approvals?.fourEyes ?? false;
    const ready =
      obstacles.errors === 0 &&
      obstacles.toFillIn === 0 &&
      (!this.#asksAgain(proposal) ||
        behindIn(session.draft).every(({ lang }) => this._chosen[lang]));
    return html`${sentBack(this._approvals)}
      ${this.#obstacles(obstacles)} ${published ? this.#changed(published, lang) : nothing}
      ${published ? this.#version(proposal) : nothing}
      ${languageChoices(session, this._chosen, this.#asksAgain(proposal), (tag, value) => void (this._chosen = { ...this._chosen, [tag]: value }))} ${this.#summaryFields(proposal, Boolean(published))}
      ${this._failed ? notice('alert', this._failed) : nothing}
      ${fourEyes ? html`<p>${msg('Before it is published, somebody who did not write on it approves it.', { id: 'studio-ap-needed' })}</p>` : nothing}
      <div class="actions">
        ${fourEyes ? nothing : this.#publishButton(release, true, ready)} ${this.#askButton(release, fourEyes, ready)}
      </div>`;
  }

  #publishButton(release: ReleaseInput, primary: boolean, ready = true): TemplateResult {
    const may = this.session.roles.has('publish');
    return html`<button class="button large ${primary ? 'primary' : ''}" ?disabled=${this._busy || !may || !ready} @click=${() => void this.#publish(release)}>
        ${icon('send')} ${this._busy ? msg('Publishing…', { id: 'studio-publishing' }) : msg(str`Publish version ${release.version}`, { id: 'studio-publish-version' })}
      </button>
      ${may ? nothing : html`<p class="muted">${msg('Somebody with the role to publish does this.', { id: 'studio-publish-role' })}</p>`}`;
  }

  #askButton(
    release: ReleaseInput,
    needed: boolean,
    ready: boolean,
  ): TemplateResult | typeof nothing {
    const { roles, me } = this.session;
    if (me.file || !this._approvals) return nothing;
    if (!roles.has('write') && !roles.has('publish'))
      return needed
        ? html`<p class="muted">${msg('Somebody who writes or publishes asks for it.', { id: 'studio-ap-who-asks' })}</p>`
        : nothing;
    const words = needed
      ? msg(str`Ask for approval of version ${release.version}`, { id: 'studio-ap-ask' })
      : msg('Ask for approval first', { id: 'studio-ap-ask-first' });
    return html`<button class="button ${needed ? 'primary large' : ''}" ?disabled=${this._busy || !ready} @click=${() => void this.#ask(release)}>${words}</button>`;
  }

  /** Whether everybody is asked again, who confirmed a version before. */
  #asksAgain({ proposed }: Proposal): boolean {
    return this._published !== undefined && (this._choice ?? proposed) === 'major';
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

  #summaryFields(proposal: Proposal, again: boolean): TemplateResult {
    const said = this.#defaultSummary(proposal);
    return html`<section>
      <h2>${again ? msg('What readers are told about it', { id: 'studio-summary-title' }) : msg('A word about this first version', { id: 'studio-summary-first' })}</h2>
      ${languagesIn(this.session.draft).map(
        (
          tag,
          at,
        ) => html`<div class="field"><label for="summary-${tag}"><span class="label-text">${languageName(tag)}${at ? html` <span class="optional">${msg('optional', { id: 'studio-optional' })}</span>` : nothing}</span></label>
          <input class="input" id="summary-${tag}" lang=${tag} .value=${this._summary[tag] ?? ''} placeholder=${said[tag] ?? ''} @input=${(event: Event) => void (this._summary = { ...this._summary, [tag]: (event.target as HTMLInputElement).value })} /></div>`,
      )}
    </section>`;
  }

  #defaultSummary(proposal: Proposal): Readonly<Record<string, string>> {
    const kind = this._published === undefined ? 'first' : (this._choice ?? proposal.proposed);
    return summaryOf(kind, languagesIn(this.session.draft));
  }

  #release(proposal: Proposal): ReleaseInput {
    const { draft, digest } = this.session;
    const [first = 'en'] = languagesIn(draft);
    const said = this.#defaultSummary(proposal);
    const given = Object.entries(this._summary).filter(([, text]) => text.trim());
    // One's own words in one language are not joined by ours in another.
    const summary: Json = given.length
      ? { [first]: said[first]!, ...Object.fromEntries(given) }
      : said;
    const languages = languagesOfRelease(draft, this._chosen);
    return { digest, version: this.#versionOf(proposal), date: today(), summary, ...languages };
  }

  /** Once all is saved: a text that only this page has is not what somebody would look at. */
  async #send(work: () => Promise<void>): Promise<void> {
    const { session } = this;
    this._busy = true;
    this._failed = undefined;
    try {
      if (!(await session.settled())) {
        this._failed = msg(
          'What you wrote is not saved yet. Wait until it says “Saved”, then publish.',
          { id: 'studio-publish-unsaved' },
        );
        return;
      }
      await work();
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
    } catch (error) {
      this._failed = failure(error);
      if (error instanceof ApiError && error.code === 'draft-moved') await session.refresh();
    } finally {
      this._busy = false;
    }
  }

  #publish(release: ReleaseInput): Promise<void> {
    const { session } = this;
    return this.#send(async () => {
      session.adopt(await api.publish(session.policy, { ...release, digest: session.digest }));
      this._done = release.version;
    });
  }

  #ask(release: ReleaseInput): Promise<void> {
    const { session } = this;
    return this.#send(async () => {
      const digest = session.digest;
      session.adopt(await api.requestApproval(session.policy, { ...release, digest }));
      await this.#look();
    });
  }

  #after(version: string): TemplateResult {
    return html`<div class="published">
      ${icon('done')}
      <h1 tabindex="-1">${msg(str`Version ${version} is published`, { id: 'studio-published-title' })}</h1>
      <p class="standfirst">${msg(str`On ${formatDate(today())}. Pages that show the policy have it from now on: there is nothing to replace there.`, { id: 'studio-published-about' })}</p>
      </div>
      <snippets-panel .session=${this.session}></snippets-panel>`;
  }
}

/** What a candidate says of itself. */
function releaseOf(draft: Draft): ReleaseInput {
  const [entry] = draft['history'] as unknown as readonly { date: string; summary: Json }[];
  const version = draft['version'] as string;
  return { digest: '', version, date: entry?.date ?? today(), summary: entry?.summary ?? '' };
}
