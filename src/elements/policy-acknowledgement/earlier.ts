import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnRecord } from '../../acknowledgement/fetch-own-records.js';
import type { Validity } from '../../acknowledgement/validity.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from '../shared/policy-view.js';
import { actLabel } from './labels.js';
import { receiptOf, receiptPanel } from './receipt.js';

export interface Earlier {
  own: OwnRecord;
  validity: Validity;
  /** Shows what changed since the version of that answer. */
  compare: () => void;
  /** Shows the form. */
  anew: () => void;
}

/** An answer given before that still holds. */
export function earlierPanel(view: PolicyView, earlier: Earlier): TemplateResult {
  const { l10n, policy } = view;
  const { own, validity } = earlier;
  const policyFooter = [
    own.version === policy.version
      ? nothing
      : html`<p>
          ${l10n.msg(str`You answered version ${own.version}. Your answer holds for version ${policy.version} as well.`, { id: 'ack-still-holds' })}
          ${compareButton(view, earlier)}
        </p>`,
    own.act === 'acknowledge'
      ? nothing
      : html`<p>
          <button class="button" part="button" type="button" @click=${earlier.anew}>
            ${l10n.msg('Answer again', { id: 'ack-anew' })}
          </button>
        </p>`,
  ];
  const title =
    own.act === 'acknowledge'
      ? l10n.msg('You have confirmed this policy', { id: 'ack-confirmed' })
      : actLabel(l10n, own.act);
  return receiptPanel(view, receiptOf(own), { title, policyFooter, until: validity.until });
}

/** Why an answer given before does not do any more. */
export function earlierNote(
  view: PolicyView,
  earlier: Earlier | undefined,
): TemplateResult | typeof nothing {
  if (!earlier) return nothing;
  const { own } = earlier;
  const compare = own.version === view.policy.version ? nothing : compareButton(view, earlier);
  return html`<div class="note" part="earlier">
    ${icon(SHAPES.info)}
    <div>${earlierText(view, earlier)} ${compare}</div>
  </div>`;
}

export function earlierText({ l10n, policy }: PolicyView, { own, validity }: Earlier): string {
  const when = l10n.formats.date(own.recordedAt);
  const ended = validity.until ? l10n.formats.date(validity.until) : '';
  return {
    holds: l10n.msg(str`Your answer of ${when} on version ${own.version} still holds.`, {
      id: 'ack-answered',
    }),
    outdated: l10n.msg(
      str`You answered version ${own.version} on ${when}. Version ${policy.version} asks for your answer again.`,
      { id: 'ack-outdated' },
    ),
    expired: l10n.msg(str`Your confirmation of ${when} held until ${ended}. Confirm again.`, {
      id: 'ack-expired',
    }),
  }[validity.state];
}

function compareButton(
  { l10n }: PolicyView,
  { own: { version }, compare }: Earlier,
): TemplateResult {
  return html`<button class="text-button" type="button" @click=${compare}>
    ${l10n.msg(str`What has changed since version ${version}`, { id: 'changes-since' })}
  </button>`;
}
