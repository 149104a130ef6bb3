import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import type { WordList } from '../../controllers/word-list.js';
import { UNKNOWN_STATUS } from '../../acknowledgement/unknown-status.js';
import { LanguageSwitch } from '../../controllers/language-switch.js';
import type { Show } from '../../controllers/fragment.js';
import { AudienceChoice } from '../../controllers/audience-choice.js';
import { ReadingChoice, type Reading } from '../../controllers/reading-choice.js';
import type { PolicyCompareEvent } from '../../events.js';
import type { ParseResult } from '../../policy/findings.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { Act, Policy, Section } from '../../policy/schema.js';
import { elementRest, viewerRest } from '../../late-modules.js';
import { loadElement } from '../../sections.js';
import { viewerLateSheet } from '../../styles/late-sheets.js';
import { PolicyElement } from '../policy-element.js';
import { styles } from './policy-viewer.styles.js';
import type { PolicyView } from '../shared/policy-view.js';
import { notLoaded } from '../shared/states.js';
import { contents, UNKNOWN_WINDOW, type WindowState } from './contents.js';
import { head, languageTold, slotted, type HeadParts } from './head.js';
import { headParts } from './head-parts.js';
import { asksForAll, readingSwitch } from './reading.js';
import { statusLine } from './status-line.js';
import { chosenSections } from './chosen-sections.js';
import type { Following } from './rest.js';
import { hasRoom } from './has-room.js';
import { keepPlace } from './keep-place.js';
import type { ViewerPart } from './viewer-part.js';
import { wayIn } from './way-in.styles.js';
import { skipLink, skipStyles } from './skip-link.js';
import { acknowledgementPart, changesPart, searchPart, sectionPart } from './parts.js';
import { bringParts, partsOf, whenThere } from './load-parts.js';

/** What stands behind the sections. */
const ABOUT = 'about';
const FOLLOWED = '[data-section]:not([data-later])';

/** What the viewer uses of `policy-search`, which comes later. */
type SearchField = HTMLElement & { resume(): void; led: string | undefined };
type AcknowledgementForm = PolicyElement & Pick<PolicyViewer, 'confirm' | 'retry'>;

export type { ViewerPart };

/**
 * A whole policy: its head, contents, sections, and the form to confirm having read it.
 *
 * @tagname policy-viewer
 * @slot before-head - Of the page's own, above the title.
 * @slot after-head - Of the page's own, between the head and the sections.
 * @slot before-form - Of the page's own, after the sections and before the form to confirm.
 * @slot after-form - Of the page's own, after the form to confirm.
 * @csspart heading - The title of the last section, about the policy.
 * @csspart head - Organisation, title, summary and facts.
 * @csspart title - The title of the policy.
 * @csspart summary - The summary.
 * @csspart facts - Version, dates and reading time.
 * @csspart actions - Search, who the reader is, print.
 * @csspart languages - The choice of language.
 * @csspart status - Whether a confirmation is asked or was given.
 * @csspart doors - Ways in, for who comes with one thing in mind.
 * @csspart reading - The choice between the short reading and everything.
 * @csspart dock - What brings one back to contents and search.
 * @csspart contents - The table of contents.
 * @csspart gap - The note about what could not be shown.
 * @csspart about - Adoption, people, documents and history, at the end.
 * @csspart button - A button.
 * @csspart primary - The button that matters most, among those.
 * @cssprop --policy-sticky-top - Where the table of contents stays while scrolling, e.g. below a fixed head.
 * @fires {PolicyAudienceEvent} policy-audience - The reader said who they are.
 * @fires {PolicyLanguageEvent} policy-language - The reader chose a language.
 * @fires {PolicyAcknowledgeEvent} policy-acknowledge - Before a record is sent; cancelable.
 * @fires {PolicyRecordedEvent} policy-recorded - The endpoint confirmed the record.
 * @fires {PolicyStatusEvent} policy-status - It is known how the reader stands, or that has changed.
 * @fires {PolicySearchEvent} policy-search - The reader searched.
 * @fires {PolicyCompareEvent} policy-compare - The reader wants to see what changed; cancelable.
 */
export class PolicyViewer extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles, wayIn, skipStyles, viewerLateSheet];
  static override properties = {
    ...PolicyElement.properties,
    hide: { type: String },
    sections: { type: String },
    knownVersion: { type: String, attribute: 'known-version' },
    endpoint: { type: String },
    searchEndpoint: { type: String, attribute: 'search-endpoint' },
    subject: { type: String },
    headers: { attribute: false },
    send: { attribute: false },
    reading: { type: String },
    _past: { state: true },
    _searched: { state: true },
    _current: { state: true },
    _wide: { state: true },
    _known: { state: true },
    _also: { state: true },
  };

  /** Parts to leave out, separated by spaces: title, contents, search, doors, languages, audiences, print, changes, acknowledgement. */
  declare hide: string | undefined;
  /** Ids or types of the sections to show, separated by spaces; all where absent. */
  declare sections: string | undefined;
  /** The version this reader last acknowledged: what changed since is shown first. */
  declare knownVersion: string | undefined;
  /** Where acknowledgements are sent. */
  declare endpoint: string | undefined;
  /** Where questions without an answer are counted; without it nothing is sent. */
  declare searchEndpoint: string | undefined;
  /** An opaque id of the reader, where the page knows it. */
  declare subject: string | undefined;
  /** Headers for acknowledgements, e.g. a token. */
  declare headers: HostHeaders | undefined;
  /** Sends an acknowledgement in the element's place. */
  declare send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;

  /**
   * `core` begins with the short reading, `all` shows everything; the short one where absent and the
   * policy has one. What the reader chooses stays for the visit.
   */
  declare reading: Reading | undefined;

  /** The head has been scrolled past. */
  declare private _past: boolean;
  declare private _searched: string | undefined;
  declare private _current: string | undefined;
  declare private _wide: boolean;
  /** The version this reader answered, once they want to see what changed since. */
  declare private _known: string | undefined;

  /** Sections and parts that the page leaves out, and a reader wanted to see. */
  declare private _also: ReadonlySet<string>;

  #parts: Promise<void> | 'tried' | undefined;
  #width: number | undefined;
  readonly #audience: AudienceChoice = new AudienceChoice(this);
  readonly #language: LanguageSwitch = new LanguageSwitch(this, this.l10n, this.source, keepPlace);
  #following: Following | undefined;

  readonly #choice: ReadingChoice = new ReadingChoice(this);

  /** How the reader stands towards the policy; `unknown` until the endpoint has said. */
  get status(): StatusDetail {
    return this.#following?.status.value ?? UNKNOWN_STATUS;
  }

  /** Answers as the reader does with the button: see `policy-acknowledgement`. */
  async confirm(act?: Act, reason?: string): Promise<StatusDetail> {
    return (await (await this.#form())?.confirm(act, reason)) ?? this.status;
  }

  /** Sends an answer that waits. */
  async retry(): Promise<void> {
    await (await this.#form())?.retry();
  }

  constructor() {
    super();
    this._wide = this._past = false;
    this._also = new Set();
    this.addEventListener('policy-navigate', () => (this._searched = this.#searchField?.led));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    bringParts(this.renderRoot);
    this.#follow();
  }

  #follow(): void {
    this.#following?.position.follow(this.renderRoot.querySelectorAll<HTMLElement>(FOLLOWED));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width = undefined;
    if (this.isServerRendered) void this.whenDue().then(() => this.#fetchParts());
    else this.#fetchParts();
  }

  /** Beside the policy, and not after it. */
  #fetchParts(): void {
    if (this.#shows('search')) void loadElement('policy-search');
    void this.#bringRest();
  }

  async #bringRest(): Promise<void> {
    if (!viewerRest.value) await viewerRest.bring().then(() => this.requestUpdate());
    const rest = viewerRest.value;
    if (!rest || this.#following) return;
    this.#following = rest.followReader(this, () => this.source.state, {
      past: (isPast) => (this._past = isPast),
      current: (id) => (this._current = id),
      width: (width) => this.#measure(width),
    });
    this.requestUpdate();
  }

  /** Finds an item without going there. @internal */
  override async locate(id: string): Promise<Show | undefined> {
    await this.#bringRest();
    return super.locate(id);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#shows('audiences')) this.#audience.recall();
    this.#language.recall();
    this.#measureOnce();
  }

  /** The place of the contents is known before they are drawn: they are laid out once. */
  #measureOnce(): void {
    if (!isServer && this.#width === undefined && this.source.state.status === 'ready')
      this.#measure(this.clientWidth);
  }

  #measure(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this._wide = hasRoom(this.shadowRoot!, width);
  }

  protected override get settings(): readonly unknown[] {
    const { hide, sections, knownVersion } = this;
    return [hide, sections, knownVersion, this.reading, [...this._also].sort()];
  }

  /** What attributes take that hold words. @internal */
  wordLists(policy: Policy): WordList[] {
    return viewerRest.value?.viewerWords(policy, this) ?? [];
  }

  protected renderPolicy(view: PolicyView): unknown {
    const sections = chosenSections(view.policy, view.audience, this.sections, this._also);
    const hasContents = this.#shows('contents') && sections.length > 2;
    const acknowledged = Boolean(view.policy.acknowledgement) && this.#shows('acknowledgement');
    const isCore = this.#choice.of(view.policy) === 'core';
    return html`<article class="viewer" aria-label=${this.#shows('title') ? nothing : view.plain(view.policy.title)}>
      ${viewerRest.value?.printHeader(view, this.rendersAsServer ? undefined : this.#following?.digest.value)}
      <p class="visually-hidden" role="status">${this.#language.chosen === view.lang ? languageTold(view) : nothing}</p>
      <div class="sheet">
      ${skipLink(view, sections, isCore)}
      ${slotted('head', head(view, sections, this.#headParts(view, sections, acknowledged)))}
      <div class=${hasContents ? 'columns' : 'column'}>
        ${hasContents ? contents(view, sections, { ...this.#window, acknowledged, isCore }) : nothing}
        <div class="sections">
          ${this.#shows('changes') ? changesPart(view, this.knownVersion ?? this._known) : nothing}
          ${sections.length ? sections.map((section) => sectionPart(section, view, this, isCore ? 'core' : 'all')) : viewerRest.value?.noSections(view, Boolean(this.sections))}
          ${isCore ? viewerRest.value?.namedContacts(view) : nothing}
          ${elementRest.value?.gapNote(view, '')} ${slotted('form', acknowledged ? this.#acknowledgement(view, isCore) : nothing)}
          ${this.sections && !this._also.has(ABOUT) ? nothing : viewerRest.value?.policyFooter(view, sections, !this.#shows('audiences'), isCore)}
          ${viewerRest.hasFailed ? notLoaded(this.l10n, () => void this.#bringRest()) : nothing}
        </div>
      </div>
      </div>
      ${this.#dock(view, hasContents)}
    </article>`;
  }

  get #window(): WindowState {
    return this.rendersAsServer ? UNKNOWN_WINDOW : { current: this._current, wide: this._wide };
  }

  get #known(): StatusDetail {
    return this.rendersAsServer ? UNKNOWN_STATUS : this.status;
  }

  #headParts(view: PolicyView, sections: readonly Section[], acknowledged: boolean): HeadParts {
    const reading = this.#choice.of(view.policy);
    return headParts(view, sections, {
      shows: (part) => this.#shows(part),
      language: this.#language,
      chooseAudience: this.#shows('audiences') ? this.#audience.choose : undefined,
      search: searchPart(view, this),
      status: statusLine(view, this.#known, acknowledged && Boolean(this.endpoint ?? this.send)),
      reading: reading ? readingSwitch(view, sections, reading, this.#choice.choose) : nothing,
    });
  }

  /** The form; where it is about everything and the short reading is shown, first the way to the rest. */
  #acknowledgement(view: PolicyView, isCore: boolean): unknown {
    return isCore && asksForAll(view, this.#known)
      ? viewerRest.value?.allFirst(view, () => void this.#readAll())
      : acknowledgementPart(view, this, this.#compare);
  }

  #dock(view: PolicyView, hasContents: boolean): TemplateResult | typeof nothing {
    const rest = viewerRest.value;
    if (!this._past || !rest || this.rendersAsServer) return nothing;
    return rest.dock(view, {
      contents: hasContents && !this._wide ? () => rest.openContents(this.renderRoot) : undefined,
      search: this.#shows('search') ? () => this.#searchField?.resume() : undefined,
      searched: this._searched,
    });
  }

  get #searchField(): SearchField | null {
    return this.renderRoot.querySelector<SearchField>('policy-search');
  }

  /** Opens the whole, and brings the reader to where it begins. */
  async #readAll(): Promise<void> {
    this.#choice.choose('all');
    await this.updateComplete;
    await this.reveal(this.shownPolicy?.sections[0]?.id ?? ABOUT);
  }

  #shows(part: ViewerPart): boolean {
    return !(this.hide ?? '').split(/\s+/).includes(part) || this._also.has(part);
  }

  /**
   * What the first drawing needs is on its way, as a rule with the policy: then all of it is drawn
   * and laid out once. Where a server drew it, none of it is to be missing meanwhile.
   */
  protected override partsReady(): boolean {
    const { state } = this.source;
    if (isServer || this.#parts === 'tried' || state.status !== 'ready') return true;
    this.#parts ??= this.#awaitParts(state.read);
    return this.#parts === 'tried';
  }

  #awaitParts(read: ParseResult): Promise<void> | 'tried' {
    const sections = chosenSections(read.policy!, this.audiences, this.sections, this._also);
    const coming = partsOf(sections, read, {
      search: this.#shows('search'),
      form: this.#shows('acknowledgement'),
    });
    if (!viewerRest.value) coming.push(this.#bringRest());
    if (!coming.length) return 'tried';
    return whenThere(coming, this.isServerRendered).then(() => {
      this.#parts = 'tried';
      this.requestUpdate();
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#parts || this.#parts === 'tried') return complete;
    await this.#parts;
    return super.getUpdateComplete();
  }

  /** Draws at once. @internal */
  drawNow(): void {
    this.performUpdate();
  }

  protected override get isViewer(): boolean {
    return true;
  }

  /** The reader was led to an item. */
  reached(): void {
    this.#follow();
    this.#following?.position.reached();
  }

  protected override hiddenItem(id: string): HiddenItem | undefined {
    const form = viewerRest.value?.hiddenForm(this.l10n, this.shownPolicy, id);
    return form ?? super.hiddenItem(id);
  }

  /** Of what the page leaves out, the part that was asked for comes back; a form that leads nowhere does not. */
  protected override unhide(hidden: HiddenItem): (() => void) | undefined {
    const { section = ABOUT } = hidden;
    if (section === 'acknowledgement' && !this.endpoint && !this.send) return undefined;
    return () => {
      this._also = new Set([...this._also, section]);
      super.unhide(hidden)?.();
    };
  }

  /** Where the page has the title, the headings under it stand where it would. */
  protected override get topLevel(): number {
    return this.#shows('title') ? super.topLevel : super.topLevel - 1;
  }

  readonly #compare = (event: PolicyCompareEvent): void => {
    if (event.defaultPrevented || !this.#shows('changes')) return;
    event.preventDefault();
    this._known ??= event.version;
    void this.updateComplete.then(() => this.goTo('changes'));
  };

  async #form(): Promise<AcknowledgementForm | null> {
    await this.updateComplete;
    await loadElement('policy-acknowledgement');
    return this.renderRoot.querySelector<AcknowledgementForm>('policy-acknowledgement');
  }
}
