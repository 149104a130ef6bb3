/** What is asked about, or approved: which version, what it asks of people, for which day, and who asked. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import type { Approvals } from '../api/client.js';
import { formatDate, formatMoment, msg, str } from '../localization/localize.js';
import { proposalFor } from '../model/publishing.js';
import type { DraftSession } from '../model/session.js';
import { today } from '../model/when.js';
import { last, nameOf } from './approval.js';
import { releaseOf } from './release-form.js';

const majorOf = (policy: Draft): number => Number((policy['version'] as string).split('.')[0]);

const fact = (name: string, value: unknown): TemplateResult =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** Whether people are asked again, and whether the writer chose otherwise than was proposed. */
function level(draft: Draft, published: Draft): TemplateResult {
  const chosen = majorOf(draft) > majorOf(published) ? 'major' : 'minor';
  const { proposed, material } = proposalFor(draft, published);
  const titles = material
    .slice(0, 3)
    .map(({ title }) => `“${title}”`)
    .join(', ');
  const words =
    chosen === 'major'
      ? msg('Yes: everybody is asked to read and confirm it again.', { id: 'studio-cand-major' })
      : msg('No: it counts as a correction.', { id: 'studio-cand-minor' });
  const against =
    chosen === 'minor'
      ? msg(
          str`Against the proposal: ${titles} now says something else than before, and nobody would be asked to confirm it.`,
          { id: 'studio-cand-lower' },
        )
      : msg('Against the proposal: nothing says something else than before.', {
          id: 'studio-cand-higher',
        });
  return html`${words}
  ${
    chosen === proposed
      ? html`<span class="muted">${msg('As proposed.', { id: 'studio-cand-as-proposed' })}</span>`
      : html`<strong class="against">${against}</strong>`
  }`;
}

function day(date: string): string {
  const when = formatDate(date);
  if (date > today()) return msg(str`Planned for ${when}.`, { id: 'studio-cand-planned' });
  return msg(str`Now: as soon as somebody publishes it. It is dated ${when}.`, {
    id: 'studio-cand-now',
  });
}

const names = (all: readonly string[]): string => all.join(', ');

/** Who hears of it by mail; whom to tell, where nobody does. */
function toldBy({ mailed, others }: NonNullable<Approvals['told']>): string {
  if (mailed.length) return msg(str`By mail: ${names(mailed)}.`, { id: 'studio-told-mail' });
  return others.length
    ? msg(str`Nobody gets a mail. Tell one of them: ${names(others)}.`, {
        id: 'studio-told-others',
      })
    : msg('Nobody gets a mail. Tell somebody who approves.', { id: 'studio-told-nobody' });
}

export function candidateFacts(
  { draft, roles }: DraftSession,
  approvals: Approvals,
  published: Draft | undefined,
): TemplateResult {
  const { date } = releaseOf(draft);
  const version = draft['version'] as string;
  const from = draft['effective'] as string | undefined;
  const asked = last(approvals, 'requested');
  const before = published?.['version'] as string | undefined;
  return html`<dl class="facts">
    ${fact(
      msg('Version', { id: 'studio-cand-version' }),
      before === undefined
        ? msg(str`${version}, the first one`, { id: 'studio-cand-first' })
        : msg(str`${version}, after version ${before}`, { id: 'studio-cand-after' }),
    )}
    ${published ? fact(msg('Must people confirm again?', { id: 'studio-confirm-again' }), level(draft, published)) : nothing}
    ${fact(msg('When?', { id: 'studio-when' }), day(date))}
    ${from === undefined || from === date ? nothing : fact(msg('In force from', { id: 'studio-f-effective' }), formatDate(from))}
    ${asked ? fact(msg('Asked for by', { id: 'studio-cand-asked' }), `${nameOf(asked)}, ${formatMoment(asked.at)}`) : nothing}
    ${approvals.told && !roles.has('approve') ? fact(msg('Who is told', { id: 'studio-told' }), toldBy(approvals.told)) : nothing}
  </dl>`;
}
