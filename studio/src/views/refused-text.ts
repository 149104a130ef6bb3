/** A text that was sent back: why, and what was changed since. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { api, type ApprovalEntry, type Approvals } from '../api/client.js';
import { formatMoment, msg, str } from '../localization/localize.js';
import { DraftElement } from '../ui/element.js';
import { last, nameOf } from './approval.js';
import { changesView } from './changes.js';
import { notice } from './save-state.js';

const DECISIVE: readonly string[] = ['approved', 'rejected', 'published', 'withdrawn'];

/** The refusal that nothing else was decided after. */
function refusalIn(approvals: Approvals | undefined): ApprovalEntry | undefined {
  const entry = approvals?.log.findLast(({ act }) => DECISIVE.includes(act));
  return entry?.act === 'rejected' ? entry : undefined;
}

export class RefusedText extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    approvals: { attribute: false },
    shownLang: { attribute: false },
    chooseLang: { attribute: false },
    _text: { state: true },
  };
  declare approvals: Approvals | undefined;
  /** BCP 47: in which what changed is told. */
  declare shownLang: string;
  declare chooseLang: (lang: string) => void;
  /** As it was when it was sent back; nothing where that is not known. */
  declare private _text: Draft | undefined;
  #loaded = 0;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const refusal = refusalIn(this.approvals);
    if (!refusal || refusal.revision === this.#loaded) return;
    this.#loaded = refusal.revision;
    this._text = undefined;
    void api.revision(this.session.policy, refusal.revision).then(
      (text) => void (this._text = text),
      // Without it, the reason is told all the same.
      () => (this.#loaded = 0),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const refusal = refusalIn(this.approvals);
    if (!refusal) return nothing;
    const asked = last(this.approvals!, 'requested');
    const isAskedAgain = asked !== undefined && asked.at > refusal.at;
    // What was asked since has ended: the reason was dealt with, as whoever asked saw it.
    if (isAskedAgain && this.approvals!.state === 'none') return nothing;
    const why = html`<strong>${msg(str`Sent back by ${nameOf(refusal)}, ${formatMoment(refusal.at)}.`, { id: 'studio-ap-rejected' })}</strong>
      <span class="said">${refusal.remark}</span>`;
    return html`${notice(isAskedAgain ? 'info' : 'alert', why)}
      ${this._text && refusal.digest !== this.session.digest ? this.#since(this._text) : nothing}`;
  }

  #since(text: Draft): TemplateResult {
    const { draft } = this.session;
    return html`<section class="since-refusal">
      <h2>${msg('What changed since it was sent back', { id: 'studio-ap-since' })}</h2>
      ${changesView(draft, text, this.shownLang, this.chooseLang)}
    </section>`;
  }
}
