import { html, nothing, type TemplateResult } from 'lit';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import type { PolicyCompareEvent } from '../../events.js';
import type { Section } from '../../policy/schema.js';
import { elementFor } from '../../sections.js';
import { dynamicTag } from '../../rendering/dynamic-tag.js';
import type { PolicyView } from '../shared/policy-view.js';
import type { Reading } from '../../controllers/reading-choice.js';
import { isLater } from './reading.js';

/** What the viewer hands on to the elements within. */
export interface ViewerSettings {
  audience: string | undefined;
  endpoint: string | undefined;
  subject: string | undefined;
  headers: HostHeaders | undefined;
  send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;
}

/** Parts of the elements within, for a theme to reach through the viewer. */
const PARTS =
  'section, heading, link, intro, gap, icon, rule, card, kind, example, profile, question, answer, controls, search, hits, lead-on, statement, form, earlier, waiting, receipt, benefits, risks, mandate, contact, channel, training, step, choice, scenario, reply, verdict, result, change, table, allowed, platform, account, explanation, steps, anonymity, state, needed, button, primary, input';

const TAG = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** The element that shows a section, whichever it is. */
export function sectionPart(
  section: Section,
  view: PolicyView,
  viewer: ViewerSettings,
  reading: Reading,
): TemplateResult {
  const tag = elementFor(section.type);
  if (!TAG.test(tag)) return html``;
  return dynamicTag(tag)`<$
    class="part"
    exportparts=${PARTS}
    data-section=${section.id}
    ?data-later=${reading === 'core' && isLater(section)}
    section=${section.id}
    .reading=${reading}
    .policy=${view.policy}
    .lang=${view.l10n.lang}
    .audience=${viewer.audience}
    .headingLevel=${view.level + 1}
  ></$>`;
}

export function searchPart(view: PolicyView, viewer: ViewerSettings): TemplateResult {
  return html`<policy-search
    class="find"
    exportparts=${PARTS}
    .policy=${view.policy}
    .lang=${view.l10n.lang}
    .audience=${viewer.audience}
  ></policy-search>`;
}

/** What changed, for a reader who knows another version. */
export function changesPart(
  view: PolicyView,
  knownVersion: string | undefined,
): TemplateResult | typeof nothing {
  if (!knownVersion || knownVersion === view.policy.version) return nothing;
  return html`<policy-changes
    class="part"
    exportparts=${PARTS}
    .policy=${view.policy}
    .lang=${view.l10n.lang}
    .headingLevel=${view.level + 1}
    .knownVersion=${knownVersion}
  ></policy-changes>`;
}

export function acknowledgementPart(
  view: PolicyView,
  viewer: ViewerSettings,
  compare: (event: PolicyCompareEvent) => void,
): TemplateResult {
  return html`<policy-acknowledgement
    class="part"
    exportparts=${PARTS}
    data-section="acknowledgement"
    .policy=${view.policy}
    .lang=${view.l10n.lang}
    .audience=${viewer.audience}
    .headingLevel=${view.level + 1}
    .endpoint=${viewer.endpoint}
    .subject=${viewer.subject}
    .headers=${viewer.headers}
    .send=${viewer.send}
    @policy-compare=${compare}
  ></policy-acknowledgement>`;
}
