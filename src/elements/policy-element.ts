import {
  adoptStyles,
  html,
  isServer,
  LitElement,
  ReactiveElement,
  nothing,
  render,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Show } from '../controllers/fragment.js';
import type { LinkMode } from '../controllers/page-address.js';
import { AfterDrawing } from './shared/after-drawing.js';
import { hasFallback, Hydration } from './shared/hydration.js';
import { PolicySource, type SourceHost } from '../controllers/policy-source.js';
import { PolicyProblemEvent } from '../events.js';
import { Localization, type LocalizedHost } from '../localization/localization.js';
import { elementRest, missingNotes } from '../late-modules.js';
import type { Drawing } from '../ssr/takeover.js';
import type { HiddenItem } from '../policy/hidden-items.js';
import type { Policy } from '../policy/schema.js';
import { base } from '../styles/base.js';
import { lateSheet } from '../styles/late-sheets.js';
import { prose } from '../styles/prose.js';
import { tokens } from '../styles/tokens.js';
import { FirstDrawing } from './shared/first-drawing.js';
import { PolicyView } from './shared/policy-view.js';
import { notDrawn, notLoaded, skeleton } from './shared/states.js';

const RTL = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i;

/**
 * What every element of the library has: a policy, a language, an audience, a heading level, and
 * something to show while there is no policy yet.
 *
 * @slot - Shown until the policy is, and where scripts are blocked.
 * @csspart base - The wrapper around everything the element shows.
 * @csspart note - A note above the content.
 * @csspart error - The message that stands where no policy could be loaded.
 * @csspart icon - Any icon of the interface.
 * @cssprop --policy-accent - Links, buttons and what is chosen. One of six that make a house style.
 * @cssprop --policy-surface - The background. One of six that make a house style.
 * @cssprop --policy-text - The text. One of six that make a house style.
 * @cssprop --policy-font-family - The typeface. One of six that make a house style.
 * @cssprop --policy-font-size - The size of running text. One of six that make a house style.
 * @cssprop --policy-radius - How round corners are. One of six that make a house style.
 * @cssprop --policy-button - The fill of the primary button.
 * @cssprop --policy-on-accent - Text on the primary button.
 * @cssprop --policy-raised - The background of what stands out from the surface.
 * @cssprop --policy-muted - Text of less weight.
 * @cssprop --policy-border - Lines between things.
 * @cssprop --policy-control-border - The edge of fields and buttons.
 * @cssprop --policy-positive - What is good or allowed.
 * @cssprop --policy-negative - What is bad or forbidden.
 * @cssprop --policy-caution - What asks for attention.
 * @cssprop --policy-focus - The ring around what has the focus.
 * @cssprop --policy-heading-font-family - The typeface of headings.
 * @cssprop --policy-font-size-small - The size of small text.
 * @cssprop --policy-font-size-large - The size of text that stands out.
 * @cssprop --policy-font-size-heading - The size of a section's heading.
 * @cssprop --policy-font-size-title - The size of the title.
 * @cssprop --policy-space - The unit that distances are made of.
 * @cssprop --policy-measure - The length of a line.
 * @cssprop --policy-shadow - The shadow of what floats.
 * @cssprop --policy-padding - The room around the content.
 * @cssprop --policy-scroll-margin - The room above an item that was led to, e.g. for a fixed head.
 * @cssprop --policy-print-font-size - The size of the text on paper.
 * @cssprop --policy-duration - How long a transition takes.
 * @fires {PolicyLoadEvent} policy-load - A policy is ready.
 * @fires {PolicyProblemEvent} policy-problem - Something could not be read or shown.
 * @fires {PolicyNavigateEvent} policy-navigate - The reader went to an item.
 */
export abstract class PolicyElement extends LitElement implements LocalizedHost, SourceHost {
  static override styles = [tokens, base, prose, lateSheet];
  static override properties = {
    src: { type: String },
    policy: { attribute: false },
    lang: { type: String, reflect: true },
    audience: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
    links: { type: String },
  };

  /** Address of the policy JSON. */
  declare src: string | undefined;
  /** The policy as an object, instead of `src`. */
  declare policy: unknown;
  /** Language of texts and labels (BCP 47); else that of the page around the element. */
  declare lang: string;
  /** Audience ids, separated by spaces: show what concerns these people, and everybody. */
  declare audience: string | undefined;
  /** Level of the element's own heading, 1 to 6. */
  declare headingLevel: number;
  /**
   * What following a link to an item does with the address of the page: `page` puts it behind `#`,
   * `route` behind the route of a hash router, `none` leaves the address as it is.
   */
  declare links: LinkMode | undefined;

  protected readonly l10n: Localization = new Localization(this);
  protected readonly source: PolicySource = new PolicySource(this);
  readonly #rest = new AfterDrawing(this);
  readonly #hydration: Hydration = new Hydration(this);
  #view: PolicyView | undefined;
  #notDrawable = false;
  /** Language of the labels drawn. */
  #labels: string | undefined;
  readonly #first = new FirstDrawing(() => this.#isSettled());

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** The policy shown, as read: only what is sound in it. */
  get shownPolicy(): Policy | undefined {
    const { state } = this.source;
    return state.status === 'ready' ? state.read.policy : undefined;
  }

  /** Stands in another of our elements, which loads, tells and scrolls for it. */
  get isNested(): boolean {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof PolicyElement;
  }

  /** A compiled policy has its languages in files of their own. */
  prepareLanguage(lang: string, labels: Promise<void>): Promise<void> | undefined {
    return this.isNested ? undefined : this.source.prepare(lang, labels);
  }

  /** The whole policy stands in it: links within lead somewhere. */
  protected get isViewer(): boolean {
    return false;
  }

  /** What other elements would show is not on the page. */
  protected get isStandalone(): boolean {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot && root.host;
    return host instanceof PolicyElement ? !host.isViewer && host.isStandalone : true;
  }

  /** Shows an item: opens what is closed around it, scrolls and moves the focus there. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    return (await this.#rest.navigation())?.reveal(id) ?? false;
  }

  /** Finds an item without going there. @internal */
  async locate(id: string): Promise<Show | undefined> {
    await this.updateComplete;
    return (await this.#rest.navigation())?.locate(id);
  }

  /** @internal */
  prepareNote(): Promise<unknown> {
    return missingNotes.bring();
  }

  /** Why an item of the policy is not shown. */
  protected hiddenItem(id: string): HiddenItem | undefined {
    return missingNotes.value?.hiddenItem(this.shownPolicy!, id, this.audiences);
  }

  /** How to show what is hidden, where the element can. */
  protected unhide({ show }: HiddenItem): (() => void) | undefined {
    if (!show.length) return undefined;
    return () => (this.audience = [...new Set([...this.audiences, ...show])].join(' '));
  }

  /** Leads the reader to an item, as a link to it would. */
  async goTo(id: string): Promise<void> {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    if (host instanceof PolicyElement) await host.goTo(id);
    else await (await this.#rest.navigation())?.goTo(id);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // What stands there has styles of its own.
    const { shadowRoot } = this;
    const root = shadowRoot ? this.#hydration.begin(shadowRoot) : super.createRenderRoot();
    // Not before something that is going to leave.
    this.renderOptions.renderBefore = null;
    return root;
  }

  /** Who comes back from another document has lost the styles on the way. */
  adoptedCallback(): void {
    if (this.shadowRoot && this.ownerDocument === document)
      adoptStyles(this.shadowRoot, (this.constructor as typeof PolicyElement).elementStyles);
  }

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    // The constructor of Lit asks as well, before there is anything.
    if (change[1] !== undefined) this.#hydration.changed(change[0], change[1]);
    if (#first in this) this.#first.changed();
  }

  /**
   * What is drawn first is the policy, where it comes within a moment: so the page is laid out
   * once. What stands in the element for the time being is not taken away meanwhile.
   */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#hydration.mustWait) {
      await this.#hydration.whenDue();
      const view = this.#toTakeOver;
      if (view) await this.#hydration.prepare(this.#drawing(view));
    } else if (!this.hasUpdated && this.isConnected && !hasFallback(this)) {
      this.source.hostUpdate();
      this.l10n.hostUpdate();
      if (!this.#isSettled()) await this.#first.ready();
    }
    await super.scheduleUpdate();
  }

  /** What is to be said beside the policy, or in its place, is not there yet: few need it. */
  get #lacksNotes(): boolean {
    return !elementRest.value && !elementRest.hasFailed && this.source.hasNotes;
  }

  #isSettled(): boolean {
    if (this.#lacksNotes) void this.#rest.bring();
    const { status } = this.source.state;
    if (status === 'empty') return true;
    const isRead = status === 'failed' || (status === 'ready' && this.partsReady());
    return this.l10n.ready && isRead && !this.#lacksNotes;
  }

  protected override update(changed: PropertyValues): void {
    if (this.#lacksNotes) void this.#rest.bring();
    const view = this.#toTakeOver;
    if (this.#hydration.isPending && (!view || this.#hydration.takeOver(this.#drawing(view)))) {
      if (this.source.state.status === 'failed') this.#hydration.giveUp();
      // What only this browser knows is drawn in a step of its own.
      else if (view) setTimeout(() => this.requestUpdate());
      // Nothing is drawn into what a server drew.
      return ReactiveElement.prototype['update'].call(this, changed);
    }
    if (this.#labels !== this.l10n.labels) this.#untranslate();
    const lead = this.partsReady() && this.view ? this.#hydration.replaceLight() : undefined;
    try {
      super.update(changed);
    } catch (error) {
      this.#tellNotDrawn(error);
      this.#notDrawable = true;
      super.update(changed);
      this.#notDrawable = false;
    }
    this.#labels = this.l10n.labels;
    this.#hydration.settle();
    if (lead) void this.updateComplete.then(lead);
  }

  // A browser that translates puts elements of its own in the place of our texts, where nothing is
  // changed any more: in another language all is drawn anew.
  #untranslate(): void {
    if (this.hasUpdated && this.renderRoot.querySelector('font'))
      render(nothing, this.renderRoot, this.renderOptions);
  }

  /** What a server drew is to be taken over. */
  protected get isServerRendered(): boolean {
    return this.#hydration.isPending;
  }

  /** Draw what a server would: what only this browser knows is for the next drawing. */
  protected get rendersAsServer(): boolean {
    return isServer || this.#hydration.drawsAsServer;
  }

  /** What a drawing depends on, beside the policy and what is in a view of it. @internal */
  protected get settings(): readonly unknown[] {
    return [];
  }

  /** Resolves when the browser has time for the element; at once where no server drew it. */
  protected whenDue(): Promise<void> {
    return this.#hydration.whenDue();
  }

  protected override getUpdateComplete(): Promise<boolean> {
    this.#hydration.hurry();
    return super.getUpdateComplete();
  }

  /** What a server drew is taken over as this, once all is there. */
  get #toTakeOver(): PolicyView | undefined {
    const isReady = this.#hydration.isPending && !this.#lacksNotes && this.partsReady();
    return isReady ? this.view : undefined;
  }

  #drawing(view: PolicyView): Drawing {
    const { settings, renderOptions: options } = this;
    const render = () => this.#hydration.draw(() => this.render());
    return { view, settings, options, render };
  }

  /** Whether all that this element is made of can be drawn. */
  protected partsReady(): boolean {
    return true;
  }

  /** What an element shows of a policy. */
  protected abstract renderPolicy(view: PolicyView): unknown;

  /** Ids of who the reader is. */
  protected get audiences(): readonly string[] {
    return (this.audience ?? '').split(/\s+/).filter(Boolean);
  }

  /** Level of the heading at the top. */
  protected get topLevel(): number {
    return Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 6);
  }

  protected get view(): PolicyView | undefined {
    const { state } = this.source;
    if (state.status !== 'ready' || !this.l10n.ready) return undefined;
    const view = new PolicyView(
      state.read,
      this.l10n,
      this.audiences,
      this.topLevel,
      this.isStandalone,
    );
    // What was drawn from the same is not drawn again.
    if (!this.#view?.equals(view)) this.#view = view;
    return this.#view;
  }

  protected override render(): TemplateResult {
    const view = this.partsReady() ? this.view : undefined;
    const lang = this.l10n.labels;
    const busy =
      !view && (this.#lacksNotes || this.source.state.status !== 'failed') && Boolean(this.src);
    return html`<div
      class="frame"
      part="base"
      lang=${lang}
      dir=${RTL.test(view?.lang ?? '') ? 'rtl' : 'ltr'}
      aria-busy=${busy ? 'true' : nothing}
    >
      ${view ? this.#ready(view) : this.#waiting()}
    </div>`;
  }

  #ready(view: PolicyView): TemplateResult {
    const retry = () => this.source.retry();
    return html`<div class="content">
      ${this.isNested ? nothing : elementRest.value?.copyNote(view, retry)}
      ${elementRest.value?.languageNote(view, this.source.away, retry)}
      ${this.#missing(view)}
      ${this.#draw(view)}
      ${this.#rest.hasFailed ? notLoaded(this.l10n, () => void this.#rest.retry()) : nothing}
    </div>`;
  }

  #missing(view: PolicyView): TemplateResult | typeof nothing {
    const { missing: id } = this.#rest;
    if (id === undefined) return nothing;
    if (missingNotes.hasFailed) return notLoaded(this.l10n, () => void this.#rest.tellMissing());
    const hidden = this.hiddenItem(id);
    const show = hidden && this.unhide(hidden);
    return missingNotes.value?.missingNote(view, { id, hidden, show, host: this }) ?? nothing;
  }

  #waiting(): TemplateResult {
    const { state } = this.source;
    const retry = () => (void this.#rest.bring(), this.source.retry());
    if (state.status === 'failed' && this.l10n.ready && !this.#lacksNotes) {
      return html`<div class="content">
        ${elementRest.value?.failure(this.l10n, state, retry) ?? notLoaded(this.l10n, retry)}
        <div class="fallback"><slot></slot></div>
      </div>`;
    }
    // White space between the tags counts as content to a slot: not to a reader.
    return hasFallback(this) || !this.src ? html`<slot></slot>` : skeleton;
  }

  /** Nothing throws past the element: what could not be drawn says so. */
  #draw(view: PolicyView): unknown {
    if (this.#notDrawable) return notDrawn(this.l10n);
    try {
      return this.renderPolicy(view);
    } catch (error) {
      this.#tellNotDrawn(error);
      return notDrawn(this.l10n);
    }
  }

  #tellNotDrawn(error: unknown): void {
    console.error(`${this.localName}: this part could not be drawn.`, error);
    queueMicrotask(() => this.dispatchEvent(new PolicyProblemEvent('not-drawn', [], error)));
  }
}
