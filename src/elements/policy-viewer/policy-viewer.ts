import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { AcknowledgementStatus } from '../../controllers/acknowledgement-status.js';
import type { WordList } from '../../controllers/attribute-words.js';
import { LanguageSwitch } from '../../controllers/language-switch.js';
import { PrintDigest } from '../../controllers/print-digest.js';
import { ScrollSpy } from '../../controllers/scroll-spy.js';
import { AudienceChoice } from '../../controllers/audience-choice.js';
import type { PolicyCompareEvent } from '../../events.js';
import { sectionsFor } from '../../policy/audience.js';
import type { ParseResult } from '../../policy/findings.js';
import type { HiddenItem } from '../../policy/hidden-items.js';
import type { Act, Policy, Section } from '../../policy/schema.js';
import { loadElement, sectionTypes } from '../../sections.js';
import { PolicyElement } from '../policy-element.js';
import { styles } from './policy-viewer.styles.js';
import type { PolicyView } from '../shared/policy-view.js';
import { bringElement } from '../shared/missing-part.js';
import { gapNote } from '../shared/missing-translations.js';
import { actions, leftOut } from './actions.js';
import { policyFooter } from './policy-footer.js';
import { contents } from './contents.js';
import { skipLink, skipStyles } from './skip-link.js';
import { head, languageTold } from './head.js';
import { acknowledgementPart, changesPart, searchPart, sectionPart } from './parts.js';
import { partsOf } from './load-parts.js';
import { printHeader } from './print-header.js';

/** Milliseconds that the first drawing waits for parts that are on their way. */
const PATIENCE = 50;

/** What stands behind the sections. */
const ABOUT = 'about';

type AcknowledgementForm = PolicyElement & Pick<PolicyViewer, 'confirm' | 'retry'>;

const PARTS = [
  'title',
  'contents',
  'search',
  'languages',
  'audiences',
  'print',
  'changes',
  'acknowledgement',
] as const;

export type ViewerPart = (typeof PARTS)[number];

/**
 * A whole policy: its head, contents, sections, and the form to confirm having read it.
 *
 * @tagname policy-viewer
 * @csspart heading - The title of the last section, about the policy.
 * @csspart head - Organisation, title, summary and facts.
 * @csspart title - The title of the policy.
 * @csspart summary - The summary.
 * @csspart facts - Version, dates and reading time.
 * @csspart actions - Search, who the reader is, print.
 * @csspart languages - The choice of language.
 * @csspart contents - The table of contents.
 * @csspart gap - The note about what could not be shown.
 * @csspart about - Adoption, people, documents and history, at the end.
 * @cssprop --policy-sticky-top - Where the table of contents stays while scrolling, e.g. below a fixed head.
 * @fires {PolicyAudienceEvent} policy-audience - The reader said who they are.
 * @fires {PolicyLanguageEvent} policy-language - The reader chose a language.
 * @fires {PolicyAcknowledgeEvent} policy-acknowledge - Before a record is sent; cancelable.
 * @fires {PolicyRecordedEvent} policy-recorded - The endpoint confirmed the record.
 * @fires {PolicyStatusEvent} policy-status - It is known how the reader stands, or that has changed.
 * @fires {PolicyCompareEvent} policy-compare - The reader wants to see what changed; cancelable.
 */
export class PolicyViewer extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles, skipStyles];
  static override properties = {
    ...PolicyElement.properties,
    hide: { type: String },
    sections: { type: String },
    knownVersion: { type: String, attribute: 'known-version' },
    endpoint: { type: String },
    subject: { type: String },
    headers: { attribute: false },
    send: { attribute: false },
    _current: { state: true },
    _wide: { state: true },
    _known: { state: true },
    _also: { state: true },
  };

  /** Parts to leave out, separated by spaces: title, contents, search, languages, audiences, print, changes, acknowledgement. */
  declare hide: string | undefined;
  /** Ids or types of the sections to show, separated by spaces; all where absent. */
  declare sections: string | undefined;
  /** The version this reader last acknowledged: what changed since is shown first. */
  declare knownVersion: string | undefined;
  /** Where acknowledgements are sent. */
  declare endpoint: string | undefined;
  /** An opaque id of the reader, where the page knows it. */
  declare subject: string | undefined;
  /** Headers for acknowledgements, e.g. a token. */
  declare headers: HostHeaders | undefined;
  /** Sends an acknowledgement in the element's place. */
  declare send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;

  declare private _current: string | undefined;
  declare private _wide: boolean;
  /** The version this reader answered, once they want to see what changed since. */
  declare private _known: string | undefined;

  /** Sections and parts that the page leaves out, and a reader wanted to see. */
  declare private _also: ReadonlySet<string>;

  #parts: Promise<void> | 'tried' | undefined;
  #measured = false;
  #fetchedFor: unknown;
  readonly #audience: AudienceChoice = new AudienceChoice(this);
  readonly #language: LanguageSwitch = new LanguageSwitch(this, this.l10n);
  readonly #digest: PrintDigest = new PrintDigest(this, () => this.source.state);
  readonly #position: ScrollSpy = new ScrollSpy(this, {
    current: (id) => (this._current = id),
    wide: (wide) => (this._wide = wide),
  });

  readonly #status: AcknowledgementStatus = new AcknowledgementStatus(this);

  /** How the reader stands towards the policy; `unknown` until the endpoint has said. */
  get status(): StatusDetail {
    return this.#status.value;
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
    this._wide = false;
    this._also = new Set();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#loadParts();
    this.#fetchLanguages();
    this.#position.follow(this.renderRoot.querySelectorAll<HTMLElement>('[data-section]'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Fetched beside the policy, and not after it.
    if (this.#shows('search')) void loadElement('policy-search');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#shows('audiences')) this.#audience.recall();
    this.#language.recall();
    this.#measureOnce();
  }

  /** The place of the contents is known before they are drawn: they are laid out once. */
  #measureOnce(): void {
    if (isServer || this.#measured || this.source.state.status !== 'ready') return;
    this.#measured = true;
    this.#position.measure();
  }

  /** What attributes take that hold words. @internal */
  override wordLists(policy: Policy): WordList[] {
    const { sections } = policy;
    const known = [...sections.map(({ id }) => id), ...sections.map(({ type }) => type)];
    return [
      ...super.wordLists(policy),
      { attribute: 'hide', value: this.hide, known: PARTS },
      {
        attribute: 'sections',
        value: this.sections,
        known: [...new Set([...known, ...sectionTypes()])],
      },
    ];
  }

  protected renderPolicy(view: PolicyView): unknown {
    const sections = this.#chosen(view.policy, view.audience);
    const shown = {
      contents: this.#shows('contents') && sections.length > 2,
      languages: this.#shows('languages') && view.languages.length > 1,
    };
    const acknowledged = Boolean(view.policy.acknowledgement) && this.#shows('acknowledgement');
    const choose = this.#shows('audiences') ? this.#audience.choose : undefined;
    const tools = [
      actions(view, {
        search: this.#shows('search') ? searchPart(view, this) : undefined,
        choose,
        print: this.#shows('print') ? () => print() : undefined,
      }),
      leftOut(view, choose),
    ];
    const titled = this.#shows('title');
    return html`<article class="viewer" aria-label=${titled ? nothing : view.plain(view.policy.title)}>
      ${printHeader(view, this.#digest.value)}
      <p class="visually-hidden" role="status">${this.#language.chosen === view.lang ? languageTold(view) : nothing}</p>
      <div class="sheet">
      ${skipLink(view, sections)}
      ${head(view, sections, titled, shown.languages ? this.#language : undefined, tools)}
      <div class=${shown.contents ? 'columns' : 'column'}>
        ${shown.contents ? contents(view, sections, this._current, this._wide, acknowledged) : nothing}
        <div class="sections">
          ${this.#shows('changes') ? changesPart(view, this.knownVersion ?? this._known) : nothing}
          ${sections.length ? sections.map((section) => sectionPart(section, view, this)) : this.#nothing()}
          ${gapNote(view, view.read.gaps.get(''))} ${acknowledged ? acknowledgementPart(view, this, this.#compare) : nothing}
          ${this.sections && !this._also.has(ABOUT) ? nothing : policyFooter(view, sections, !choose)}
        </div>
      </div>
      </div>
    </article>`;
  }

  #shows(part: ViewerPart): boolean {
    return !(this.hide ?? '').split(/\s+/).includes(part) || this._also.has(part);
  }

  #chosen(policy: Policy, audience: readonly string[]): readonly Section[] {
    const all = sectionsFor(policy, audience);
    const wanted = (this.sections ?? '').split(/\s+/).filter(Boolean);
    return wanted.length
      ? all.filter(
          ({ id, type }) => [id, type].some((one) => wanted.includes(one)) || this._also.has(id),
        )
      : all;
  }

  #nothing(): TemplateResult {
    return html`<p class="empty">
      ${this.sections ? this.l10n.msg('This policy has no such section for you.', { id: 'section-absent' }) : this.l10n.msg('This policy has no sections yet.', { id: 'no-sections' })}
    </p>`;
  }

  /** Elements that are not there yet; they take their place when they come. */
  #loadParts(): void {
    const parts = this.renderRoot.querySelectorAll(':not(:defined)');
    for (const part of parts) void bringElement(part);
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
    const shown = this.#chosen(read.policy!, this.audiences);
    const coming = partsOf(shown, read, [
      ...(this.#shows('search') ? ['policy-search'] : []),
      ...(this.#shows('acknowledgement') && read.policy?.acknowledgement
        ? ['policy-acknowledgement']
        : []),
    ]);
    if (!coming.length) return 'tried';
    const patience = this.isStill ? [] : [new Promise((resolve) => setTimeout(resolve, PATIENCE))];
    return Promise.race([Promise.all(coming), ...patience]).then(() => {
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

  /** What the reader may choose next, once what they chose is drawn. */
  #fetchLanguages(): void {
    const { state } = this.source;
    if (state.status !== 'ready' || !this.partsReady() || state.read === this.#fetchedFor) return;
    this.#fetchedFor = state.read;
    if (this.#shows('languages')) this.source.fetchLanguages();
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
    this.#position.reached();
  }

  protected override hiddenItem(id: string): HiddenItem | undefined {
    const { acknowledgement } = this.shownPolicy ?? {};
    return id === 'acknowledgement' && acknowledgement
      ? {
          id,
          title: this.l10n.msg('Acknowledgement', { id: 'ack-heading' }),
          section: id,
          audience: [],
          show: [],
        }
      : super.hiddenItem(id);
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
