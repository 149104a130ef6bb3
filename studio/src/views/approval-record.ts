/** Who asked for, approved and published a version, to be kept with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ApprovalEntry, ApprovalRecord } from '../api/client.js';
import { formatMoment, msg } from '../localization/localize.js';
import { saveFile } from '../ui/save-file.js';
import { icon } from '../ui/icon.js';
import { nameOf } from './approval.js';

const deed = (act: ApprovalEntry['act']): string =>
  ({
    requested: msg('Approval asked for', { id: 'studio-rec-requested' }),
    approved: msg('Approved', { id: 'studio-rec-approved' }),
    rejected: msg('Sent back', { id: 'studio-rec-rejected' }),
    published: msg('Published', { id: 'studio-rec-published' }),
    scheduled: msg('Planned', { id: 'studio-rec-scheduled' }),
    unscheduled: msg('Called off', { id: 'studio-rec-unscheduled' }),
    withdrawn: msg('Withdrawn', { id: 'studio-rec-withdrawn' }),
  })[act];

export function recordView(record: ApprovalRecord): TemplateResult | typeof nothing {
  if (!record.log.length) return nothing;
  const save = (): void => {
    const text = `${JSON.stringify(record, null, 2)}\n`;
    const name = `${record.policy}-${record.version}-approval.json`;
    saveFile(new File([text], name, { type: 'application/json' }));
  };
  return html`<section class="record">
    <h2>${msg('Who did what', { id: 'studio-rec-title' })}</h2>
    <ul>
      ${record.log.map(
        (entry) => html`<li>
          <strong>${deed(entry.act)}</strong> ${nameOf(entry)}, ${formatMoment(entry.at)}
          ${entry.remark ? html`<p class="said">${entry.remark}</p>` : nothing}
        </li>`,
      )}
    </ul>
    <button class="button small" @click=${save}>${icon('download')} ${msg('Keep this as a file', { id: 'studio-rec-save' })}</button>
  </section>`;
}
