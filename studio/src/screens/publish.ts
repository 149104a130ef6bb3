/** Publishing: what stands in the way, what changed, which version, when, and then the lines to paste. */
import type { Draft, Schedule } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { api, ApiError, type Approvals, type ReleaseInput } from '../api/client.js';
import { msg, str } from '../localization/localize.js';
import { languagesIn, readable } from '../model/policy.js';
import { ownLanguages } from '../model/roles.js';
import { PublicationLookup } from '../model/publication-lookup.js';
import { obstaclesIn, proposalFor, summaryFrom } from '../model/publishing.js';
import {
  dayOf,
  effectiveOf,
  planOf,
  releaseAt,
  timeOf,
  today,
  whenAtFirst,
  type When,
} from '../model/when.js';
import { DraftElement } from '../ui/element.js';
import { approvalStatus, endedNotice } from '../views/approval.js';
import { candidateFacts } from '../views/candidate.js';
import { openComments } from '../views/comments-on.js';
import {
  behindIn,
  languageChoices,
  languagesNotice,
  leftOutNotice,
  type LanguageChoices,
} from '../views/language-choices.js';
import {
  askButton,
  chooseFirst,
  otherDay,
  publishButton,
  publishedView,
  putTogetherByOthers,
  type Published,
} from '../views/publish-actions.js';
import { publishedLinks } from '../views/published-links.js';
import { publishFailure as failure } from '../views/publish-failure.js';
import {
  changedSince,
  obstaclesView,
  releaseNow,
  releaseOf,
  summaryFields,
  summaryOfCandidate,
  versionChoice,
  wordsFor,
} from '../views/release-form.js';
import { failureNotice, notice, notLoaded, sessionNotices } from '../views/save-state.js';
import { notPublished, scheduledView } from '../views/scheduled.js';
import { whenFields, whenProblem } from '../views/when.js';

export class StudioPublish extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    _choice: { state: true },
    _summary: { state: true },
    _busy: { state: true },
    _done: { state: true },
    _failed: { state: true },
    _lang: { state: true },
    _chosen: { state: true },
    _when: { state: true },
    _anew: { state: true },
  };
  declare private _choice: 'major' | 'minor' | undefined;
  declare private _summary: Readonly<Record<string, string>>;
  declare private _busy: boolean;
  /** What was published just now. */
  declare private _done: Published | undefined;
  declare private _failed: string | undefined;
  declare private _lang: string | undefined;
  /** What becomes of languages that are behind. */
  declare private _chosen: LanguageChoices;
  declare private _when: When;
  /** Another day, version or time is being chosen. */
  declare private _anew: boolean;

  readonly #known = new PublicationLookup(this, (approvals) => {
    this._summary = summaryOfCandidate(this.session, approvals) ?? this._summary;
  });

  constructor() {
    super();
    this._summary = {};
    this._busy = this._anew = false;
    this._chosen = {};
    this._when = whenAtFirst();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Whoever is about to publish is told of everything that is empty.
    if (changed.has('session')) this.session.begun.clear();
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      ${sessionNotices(this.session)} ${this._done ? nothing : openComments(this.session)}
      ${this._done ? publishedView(this.session, this._done) : this.#before()}
      <withdraw-policy .session=${this.session} .done=${() => this.#withdrawn()}></withdraw-policy>
    </div>`;
  }

  #before(): TemplateResult {
    const published = this.#known.published;
    const { session } = this;
    const title = html`<h1 tabindex="-1">${msg('Publish', { id: 'studio-tab-publish' })}</h1>`;
    if (published === 'loading') return title;
    if (published === 'failed') return html`${title} ${notLoaded(() => this.#known.load())}`;
    const isBase = session.opened.base?.digest === session.digest && session.state === 'saved';
    const isWithdrawn = published?.['status'] === 'withdrawn';
    if (isBase && published && !isWithdrawn) {
      return html`${title}
        <p class="standfirst">${msg(str`Version ${published['version']} is published, and nothing has changed since.`, { id: 'studio-next-published' })}</p>
        ${publishedLinks(this.session)}
        <snippets-panel .session=${this.session}></snippets-panel>`;
    }
    const [own] = [...ownLanguages(session), ...languagesIn(session.draft)];
    const lang = this._lang ?? own ?? 'en';
    if (this.#waiting) return html`${title} ${this.#planned(this.#waiting, published, lang)}`;
    return html`${title} ${notPublished(this.#known.schedule)}
      ${isWithdrawn ? notice('info', msg('This policy is withdrawn. It is back with the version you publish now.', { id: 'studio-wd-now' })) : nothing}
      <group-warning .session=${session}></group-warning>
      ${this.#next(published, lang)}`;
  }

  /** What each role does with it now. */
  #next(published: Draft | undefined, lang: string): TemplateResult {
    if (this.#standing) return this.#candidate(published, lang);
    const { roles } = this.session;
    if (roles.has('write') || roles.has('publish')) return this.#proposed(published, lang);
    return html`${this.#refused(lang)} ${putTogetherByOthers(this.session)}
      ${this.#changed(published, lang)} ${languagesNotice(this.session)}`;
  }

  /** What waits for its time, as long as nobody chooses another one. */
  get #waiting(): Schedule | undefined {
    const state = this.#known.schedule?.state;
    const isOpen = state === 'waiting' || state === 'publishing';
    return isOpen && !this._anew && this.session.state === 'saved'
      ? this.#known.schedule
      : undefined;
  }

  #planned(schedule: Schedule, published: Draft | undefined, lang: string): TemplateResult {
    const view = scheduledView({
      ...{ schedule, busy: this._busy, may: this.session.roles.has('publish') },
      change: () => this.#another(schedule),
      callOff: () => void this.#callOff(),
    });
    return html`${view} ${this._failed ? failureNotice(this._failed) : nothing}
      ${leftOutNotice(this.session)} ${this.#changed(published, lang)}`;
  }

  /** The form again, with what was chosen last. */
  #another(schedule?: Schedule): void {
    this._anew = true;
    this._failed = undefined;
    if (schedule) {
      const at = new Date(schedule.publishAt);
      this._when = { kind: 'at', day: dayOf(at), time: timeOf(at) };
    }
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  /** Approval was asked for, or given, of the text as it is. */
  get #standing(): Approvals | undefined {
    const known = this.#known.approvals;
    const { revision, state } = this.session;
    if (!known || known.revision !== revision || state !== 'saved') return undefined;
    const { published } = this.session.opened;
    // A version with its number is out: this one gets another.
    if (published?.some((each) => each.version === this.session.draft['version'])) return undefined;
    if (this._anew && !(known.fourEyes && known.state === 'approved')) return undefined;
    return known.state === 'requested' || known.state === 'approved' ? known : undefined;
  }

  /** What is asked about is fixed by now: its version, its day, and what readers are told about it. */
  #candidate(published: Draft | undefined, lang: string): TemplateResult {
    const { session } = this;
    const { state, fourEyes } = this.#standing!;
    const release = releaseOf(session.draft);
    const mayPublish = state === 'approved' || !fourEyes;
    return html`${approvalStatus(session, this.#standing!, candidateFacts(session, this.#standing!, published))}
      ${this.#refused(lang)} ${this.#changed(published, lang)} ${languagesNotice(session)} ${leftOutNotice(session)}
      <section><h2>${msg('What readers are told about it', { id: 'studio-summary-title' })}</h2>
        <p lang=${lang}>${readable(release.summary, lang, session.draft)}</p></section>
      ${session.roles.has('approve') ? html`<approval-decision .session=${session} .approvals=${this.#known.approvals} .decided=${(approvals?: Approvals) => this.#decided(approvals)}></approval-decision>` : nothing}
      ${mayPublish ? this.#publishCandidate(release, state === 'approved') : nothing}
      ${mayPublish || !this._failed ? nothing : failureNotice(this._failed)}
      ${otherDay(session, () => this.#askAnew())}`;
  }

  /** On the day it names: now where that has come, and at a time of it where it has not passed. */
  #publishCandidate(release: ReleaseInput, primary: boolean): TemplateResult {
    const fixed = release.date;
    const onlyLater = fixed > today();
    const when: When = { ...this._when, day: fixed, ...(onlyLater && { kind: 'at' }) };
    if (fixed < today()) when.kind = 'now';
    const fallback = behindIn(this.session.draft).map(({ lang }) => lang);
    const effective = this.session.draft['effective'] as string | undefined;
    const planned = { ...release, fallback, ...(effective !== undefined && { effective }) };
    return html`${fixed < today() || !this.session.roles.has('publish') ? nothing : whenFields({ when, fixed, onlyLater, publishes: true, change: (next) => void (this._when = next) })}
      ${this._failed ? failureNotice(this._failed) : nothing}
      <div class="actions">${this.#publishButton(when.kind === 'now' ? release : planned, primary, true, when)}</div>`;
  }

  #askAnew(): void {
    this.#another();
    const { approvals } = this.#known;
    if (approvals) this.#known.decided({ ...approvals, state: 'none' });
  }

  #decided(approvals?: Approvals): void {
    this.#known.decided(approvals);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  #proposed(published: Draft | undefined, lang: string): TemplateResult {
    const { session } = this;
    const proposal = proposalFor(session.draft, published);
    const obstacles = obstaclesIn(session.draft);
    const when: When = session.me.file ? { ...this._when, kind: 'now' } : this._when;
    const level = this._choice ?? proposal.proposed;
    const asksAgain = published !== undefined && level === 'major';
    const said = wordsFor(session.draft, published, level);
    const summary = summaryFrom(this._summary, said, languagesIn(session.draft));
    const now = releaseNow(session, proposal[level], summary, this._chosen);
    const effective = effectiveOf(when, session.draft, published, now.version);
    const release = releaseAt(now, when, effective);
    const fourEyes = this.#known.approvals?.fourEyes ?? false;
    const open = asksAgain && behindIn(session.draft).some(({ lang }) => !this._chosen[lang]);
    const ready = obstacles.errors === 0 && obstacles.toFillIn === 0 && !open;
    const choose = (tag: string, value: 'fallback' | 'without'): void =>
      void (this._chosen = { ...this._chosen, [tag]: value });
    return html`${endedNotice(this.#known.approvals)} ${this.#refused(lang)}
      ${obstaclesView(session, obstacles)} ${this.#changed(published, lang)}
      ${published ? versionChoice(proposal, level, (value) => void (this._choice = value)) : nothing}
      ${languageChoices(session, this._chosen, asksAgain, choose)}
      ${summaryFields(session.draft, { again: Boolean(published), said, summary: this._summary, write: (summary) => void (this._summary = summary) })}
      ${session.me.file ? nothing : whenFields({ when, effective, publishes: session.roles.has('publish'), change: (next) => void (this._when = next) })}
      ${this._failed ? failureNotice(this._failed) : nothing}
      ${fourEyes ? html`<p>${msg('Before it is published, somebody who did not write on it approves it.', { id: 'studio-ap-needed' })}</p>` : nothing}
      ${open ? chooseFirst() : nothing}
      <div class="actions">
        ${fourEyes ? nothing : this.#publishButton(release, true, ready, when)}
        ${session.me.file || !this.#known.approvals ? nothing : askButton(session, { version: release.version, needed: fourEyes, disabled: this._busy || !ready, send: () => void this.#ask(release) })}
      </div>`;
  }

  #publishButton(
    release: ReleaseInput,
    primary: boolean,
    ready: boolean,
    when: When,
  ): TemplateResult {
    const { version } = release;
    return publishButton(this.session, {
      ...{ version, kind: when.kind, primary, disabled: !ready, busy: this._busy },
      send: () => void (when.kind === 'now' ? this.#publish(release) : this.#plan(release, when)),
    });
  }

  readonly #chooseLang = (lang: string): void => void (this._lang = lang);

  #changed(published: Draft | undefined, lang: string): TemplateResult {
    return changedSince(this.session, published, lang, this.#chooseLang);
  }

  /** Why it came back, as long as nothing else was decided since. */
  #refused(lang: string): TemplateResult {
    return html`<refused-text .session=${this.session} .approvals=${this.#known.approvals} .shownLang=${lang} .chooseLang=${this.#chooseLang}></refused-text>`;
  }

  /** Once all is saved: a text that only this page has is not what somebody would look at. */
  async #send(work: () => Promise<void>): Promise<void> {
    const { session } = this;
    this._busy = true;
    this._failed = undefined;
    try {
      if (!(await session.settled())) {
        this._failed = msg(
          'What you wrote is not saved yet. Wait until it says “Saved”, then try again.',
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
      // Looked at once more, this version is what was published before.
      const first = this.#known.published === undefined;
      session.adopt(await api.publish(session.policy, { ...release, digest: session.digest }));
      this._done = { version: release.version, on: today(), first };
    });
  }

  /** The server keeps what was looked at, and publishes that by itself. */
  #plan(release: ReleaseInput, when: When): Promise<void> {
    const problem = whenProblem(when);
    if (problem !== undefined) {
      this._failed = problem;
      return Promise.resolve();
    }
    const { session } = this;
    return this.#send(async () => {
      session.adopt(await api.plan(session.policy, planOf(release, when, session.digest)));
      this._anew = false;
      await this.#known.look();
    });
  }

  #callOff(): Promise<void> {
    return this.#send(async () => {
      this.#known.schedule = await api.callOff(this.session.policy);
    });
  }

  #withdrawn(): void {
    this._done = undefined;
    void this.#known.load();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  #ask(release: ReleaseInput): Promise<void> {
    const { session } = this;
    return this.#send(async () => {
      const digest = session.digest;
      session.adopt(await api.requestApproval(session.policy, { ...release, digest }));
      this._anew = false;
      await this.#known.look();
    });
  }
}
