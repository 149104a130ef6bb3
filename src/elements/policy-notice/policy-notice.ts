import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { AcknowledgementStatus } from '../../controllers/acknowledgement-status.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { safeLink } from '../../policy/url.js';
import { PolicyElement } from '../policy-element.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { minutesToConfirm } from '../shared/reading-time.js';
import { statusText } from '../shared/status-text.js';
import { labelled, plain } from '../shared/text.js';
import { styles } from './policy-notice.styles.js';

/** Nobody who has answered is asked again. */
const IS_OPEN = /^(unknown|signed-out|asked|outdated|expired)$/;

/**
 * A note for any page of an intranet: what is new in a policy, how long it takes to read, and by
 * when to confirm. It asks the endpoint, and goes away once the reader has answered.
 *
 * @tagname policy-notice
 * @csspart notice - The note.
 * @csspart heading - The title of the policy.
 * @csspart link - The way to the policy.
 * @csspart button - A button.
 * @csspart primary - The button that matters most, among those.
 * @fires {PolicyStatusEvent} policy-status - It is known how the reader stands, or that has changed.
 */
export class PolicyNotice extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];
  static override properties = {
    ...PolicyElement.properties,
    href: { type: String },
    endpoint: { type: String },
    subject: { type: String },
    headers: { attribute: false },
  };

  /** The page with the policy; where absent, the policy is on this page. */
  declare href: string | undefined;
  /** Where acknowledgements are sent: it is asked whether the reader has answered. */
  declare endpoint: string | undefined;
  /** An opaque id of the reader, where the page knows it. */
  declare subject: string | undefined;
  /** Headers for the endpoint, e.g. a token. */
  declare headers: HostHeaders | undefined;

  readonly #status: AcknowledgementStatus = new AcknowledgementStatus(this);

  /** How the reader stands towards the policy; `unknown` until the endpoint has said. */
  get status(): StatusDetail {
    return this.#status.value;
  }

  protected override renderPolicy(view: PolicyView): unknown {
    return this.#isShown(view) ? this.#notice(view) : nothing;
  }

  /** Where there is an endpoint, nothing is shown before it has answered: most readers are done. */
  #isShown({ policy }: PolicyView): boolean {
    if (policy.status !== 'published') return false;
    if (!policy.acknowledgement) return true;
    return (this.#status.isKnown || !this.endpoint) && IS_OPEN.test(this.status.status);
  }

  #notice(view: PolicyView): TemplateResult {
    const { l10n } = this;
    const { policy } = view;
    const asks = Boolean(policy.acknowledgement);
    const minutes = l10n.formats.unit(minutesToConfirm(view), 'minute');
    const [latest] = policy.history ?? [];
    const news = latest?.version === policy.version ? latest.summary : undefined;
    const href = (this.href && safeLink(this.href)) || view.href(policy.sections[0]?.id ?? 'about');
    return html`<section class="notice" part="notice" aria-labelledby="title">
      ${icon(SHAPES.info)}
      <div class="told">
        ${heading(view.level, html`<span id="title" part="heading">${plain(view, policy.title)}</span>`, 'title')}
        <p>
          ${asks ? statusText(view, this.status) : nothing}
          ${l10n.msg(str`It takes ${minutes} to read.`, { id: 'notice-takes' })}
        </p>
        ${labelled(view, l10n.msg('What is new:', { id: 'notice-new' }), news)}
      </div>
      <a class="button primary" part="link button primary" href=${href}
        >${asks ? l10n.msg('Read and confirm', { id: 'notice-confirm' }) : l10n.msg('Read the policy', { id: 'notice-read' })}</a
      >
    </section>`;
  }
}
