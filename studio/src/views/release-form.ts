/** The parts of the form in which a version is put together. */
import type { Draft, Json } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import type { Approvals, ReleaseInput } from '../api/client.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import { summaryOf, type Obstacles, type Proposal } from '../model/publishing.js';
import type { DraftSession } from '../model/session.js';
import { firstToFillIn } from '../model/tasks.js';
import { addressOf, type Route } from '../router.js';
import { today } from '../model/when.js';
import { changesView } from './changes.js';
import { languagesOfRelease, type LanguageChoices } from './language-choices.js';
import { notice } from './save-state.js';

const goThere = (to: Route): TemplateResult =>
  html`<a href=${addressOf(to)}>${msg('Go there', { id: 'studio-go-there' })}</a>`;

const obstacle = (count: number, words: (n: string) => string, place: Route): unknown =>
  count ? notice('alert', words(formatNumber(count)), goThere(place)) : nothing;

export function obstaclesView(
  { policy, draft }: DraftSession,
  { errors, toFillIn, empty, left }: Obstacles,
): TemplateResult {
  const writing: Route = { view: 'write', policy };
  const errorsWords = (n: string): string =>
    msg(str`Places where something is wrong, so that readers would miss something: ${n}.`, {
      id: 'studio-obstacle-errors',
    });
  const toFillInWords = (n: string): string =>
    msg(str`Places between double brackets still to be filled in: ${n}.`, {
      id: 'studio-next-fill',
    });
  const emptyWords = (n: string): string =>
    msg(str`Sections of which readers would see the title only: ${n}.`, {
      id: 'studio-obstacle-empty',
    });
  return html`${obstacle(errors, errorsWords, writing)}
    ${obstacle(toFillIn, toFillInWords, firstToFillIn(draft) ?? writing)}
    ${empty ? obstacle(empty.count, emptyWords, empty.place) : nothing}
    ${left ? leftView(left, goThere(left.place)) : nothing}`;
}

const leftView = (
  { first, count }: NonNullable<Obstacles['left']>,
  link: TemplateResult,
): TemplateResult =>
  notice(
    'info',
    msg(
      str`A template seems to have left something to be filled in, like “${first}” (${formatNumber(count)} in all).`,
      { id: 'studio-obstacle-left' },
    ),
    link,
  );

/** What changed says little to who has not read all of it, and nothing of a first version. */
const wholeText = ({ policy }: DraftSession): TemplateResult =>
  html`<p class="whole-text"><a href=${addressOf({ view: 'preview', policy, part: 'all' })}>${msg('Read the whole text', { id: 'studio-read-whole' })}</a></p>`;

export function changedSince(
  session: DraftSession,
  published: Draft | undefined,
  lang: string,
  choose: (lang: string) => void,
): TemplateResult {
  const { draft } = session;
  if (!published)
    return html`<section class="changed">
      <h2>${msg('What changed', { id: 'studio-f-what-changed' })}</h2>
      <p class="muted">${msg('This is the first version: all of it is new.', { id: 'studio-changed-first' })}</p>
      ${wholeText(session)}
    </section>`;
  const languages = languagesIn(draft);
  return html`<section>
    <div class="title-row">
      <h2>${msg(str`What changed since version ${published['version']}`, { id: 'studio-changed-since' })}</h2>
      ${
        languages.length > 1
          ? html`<label class="inline-field"><span class="visually-hidden">${msg('Language', { id: 'studio-preview-language' })}</span>
            <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
              ${languages.map((tag) => html`<option value=${tag} ?selected=${tag === lang}>${languageName(tag)}</option>`)}
            </select></label>`
          : nothing
      }
    </div>
    ${changesView(draft, published, lang, choose)}
    ${wholeText(session)}
  </section>`;
}

/** Whether everybody is asked again, and so which version it is. */
export function versionChoice(
  proposal: Proposal,
  chosen: 'major' | 'minor',
  choose: (value: 'major' | 'minor') => void,
): TemplateResult {
  const option = (value: 'major' | 'minor', title: string, about: string): TemplateResult =>
    html`<label class="radio ${chosen === value ? 'chosen' : ''}"><input type="radio" name="version" .checked=${chosen === value} @change=${() => choose(value)} />
      <span><strong>${title}</strong> <span class="muted">${msg(str`version ${proposal[value]}`, { id: 'studio-version-n' })}</span>${proposal.proposed === value ? html` <span class="muted">· ${msg('proposed', { id: 'studio-proposed' })}</span>` : nothing}<br /><span class="muted">${about}</span></span></label>`;
  const titles = proposal.material
    .slice(0, 3)
    .map(({ title }) => `“${title}”`)
    .join(', ');
  return html`<fieldset class="field version">
    <legend><h2>${msg('Must people confirm again?', { id: 'studio-confirm-again' })}</h2></legend>
    <p class="hint">${
      proposal.proposed === 'major'
        ? msg(str`We propose yes: ${titles} now says something else than before.`, {
            id: 'studio-reason-major',
          })
        : msg('We propose no: nothing says something else than before.', {
            id: 'studio-reason-minor',
          })
    }</p>
    ${option('minor', msg('No, it is a correction', { id: 'studio-choose-minor' }), msg('Nobody has to do anything.', { id: 'studio-choose-minor-about' }))}
    ${option('major', msg('Yes, it says something new', { id: 'studio-choose-major' }), msg('Everybody is asked to read and confirm it again.', { id: 'studio-choose-major-about' }))}
  </fieldset>`;
}

export interface SummaryForm {
  /** Something was published before. */
  again: boolean;
  said: Readonly<Record<string, string>>;
  summary: Readonly<Record<string, string>>;
  write: (summary: Readonly<Record<string, string>>) => void;
}

/** What readers are told; where nothing is written, what stands there as an example. */
export function summaryFields(
  draft: Draft,
  { again, said, summary, write }: SummaryForm,
): TemplateResult {
  return html`<section>
    <h2>${again ? msg('What readers are told about it', { id: 'studio-summary-title' }) : msg('A word about this first version', { id: 'studio-summary-first' })}</h2>
    ${languagesIn(draft).map(
      (
        tag,
        at,
      ) => html`<div class="field"><label for="summary-${tag}"><span class="label-text">${languageName(tag)}${at ? html` <span class="optional">${msg('optional', { id: 'studio-optional' })}</span>` : nothing}</span></label>
        <input class="input" id="summary-${tag}" lang=${tag} .value=${summary[tag] ?? ''} placeholder=${said[tag] ?? ''} @input=${(event: Event) => write({ ...summary, [tag]: (event.target as HTMLInputElement).value })} /></div>`,
    )}
  </section>`;
}

/** What a candidate says of itself. */
export function releaseOf(draft: Draft): ReleaseInput {
  const [entry] = draft['history'] as unknown as readonly { date: string; summary: Json }[];
  const version = draft['version'] as string;
  return { digest: '', version, date: entry?.date ?? '', summary: entry?.summary ?? '' };
}

/** Words about a version that came back, to be mended as well. */
export function summaryOfCandidate(
  { draft, opened }: DraftSession,
  approvals: Approvals | undefined,
): Readonly<Record<string, string>> | undefined {
  const isOf = (entry: { version: string }): boolean => entry.version === draft['version'];
  if (!approvals?.log.some(isOf) || opened.published?.some(isOf)) return undefined;
  const { summary } = releaseOf(draft);
  return typeof summary === 'object' ? (summary as Record<string, string>) : undefined;
}

/** What readers are told where nobody says more. */
export const wordsFor = (
  draft: Draft,
  published: Draft | undefined,
  level: 'major' | 'minor',
): Readonly<Record<string, string>> => summaryOf(published ? level : 'first', languagesIn(draft));

/** A version as it would be published now. */
export const releaseNow = (
  { draft, digest }: DraftSession,
  version: string,
  summary: Json,
  chosen: LanguageChoices,
): ReleaseInput => ({
  ...{ digest, version, date: today(), summary },
  ...languagesOfRelease(draft, chosen),
});
