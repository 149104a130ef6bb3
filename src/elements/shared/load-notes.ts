/** What is said of a policy that could not be loaded, or not as it is now. It comes late. */
import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { SourceState } from '../../controllers/policy-source.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { tell } from '../../localization/sentences.js';
import type { Localization } from '../../localization/localization.js';
import type { LoadError, LoadProblemCode } from '../../policy/load.js';
import type { PolicyView } from './policy-view.js';
import { tryAgain } from './states.js';

const RETRY = new Set<LoadProblemCode | undefined>([
  'unreachable',
  'timeout',
  'missing',
  'broken-json',
  'not-json',
  'refused',
]);

/** The server was away: what is shown is a copy, of this date. */
export function copyNote(
  { read, l10n }: PolicyView,
  retry: () => void,
): TemplateResult | typeof nothing {
  if (!read.copiedAt) return nothing;
  const date = l10n.formats.dateTime(read.copiedAt);
  return html`<div class="note" part="note" role="status" lang=${l10n.labels}>
    ${icon(SHAPES.info)}
    <div>
      ${l10n.msg(str`The server cannot be reached. This is the copy of ${date}.`, { id: 'copy' })}
      <button class="text-button" type="button" @click=${retry}>${tryAgain(l10n)}</button>
    </div>
  </div>`;
}

/** The texts in the language asked for are in a file that could not be fetched. */
export function languageNote(
  { l10n }: PolicyView,
  away: string | undefined,
  retry: () => void,
): TemplateResult | typeof nothing {
  if (!away) return nothing;
  const language = l10n.formats.language(away);
  return html`<div class="note" part="note" role="status" lang=${l10n.labels}>
    ${icon(SHAPES.info)}
    <div>
      ${l10n.msg(str`The text in ${language} could not be fetched. Check the connection.`, { id: 'language-away' })}
      <button class="text-button" type="button" @click=${retry}>${tryAgain(l10n)}</button>
    </div>
  </div>`;
}

/** Nothing could be loaded: what happened, in a sentence, with the way out. */
export function failure(
  l10n: Localization,
  state: SourceState & { status: 'failed' },
  retry: () => void,
): TemplateResult {
  const code = state.error?.code;
  return html`<div class="note" part="error" role="alert" lang=${l10n.labels}>
    ${icon(SHAPES.alert)}
    <div>
      <p><strong>${l10n.msg('The policy cannot be shown.', { id: 'failed' })}</strong></p>
      <p>${state.error ? reason(l10n, state.error.code) : found(l10n, state)}</p>
      ${state.error ? html`<p><code>${state.error.url}</code></p>` : nothing}
      ${slip(state.error)}
      ${
        RETRY.has(code)
          ? html`<p><button class="text-button" type="button" @click=${retry}>${tryAgain(l10n)}</button></p>`
          : nothing
      }
    </div>
  </div>`;
}

/** Where the slip is, as the browser tells it. */
const slip = (error: LoadError | undefined): TemplateResult | typeof nothing =>
  error?.code === 'broken-json' && error.cause instanceof Error
    ? html`<p><code lang="en">${error.cause.message}</code></p>`
    : nothing;

const found = (l10n: Localization, { read }: SourceState & { status: 'failed' }) =>
  read?.findings.map((finding) => tell(finding, l10n)).join(' ');

function reason({ msg }: Localization, code: LoadProblemCode): string {
  switch (code) {
    case 'unreachable':
      return msg('The server cannot be reached. Check the connection.', { id: 'load-unreachable' });
    case 'timeout':
      return msg('The server takes too long to answer.', { id: 'load-timeout' });
    case 'refused':
      return msg('The server does not let you read it. You may have to sign in first.', {
        id: 'load-refused',
      });
    case 'missing':
      return msg('There is nothing at this address. Tell whoever looks after this page.', {
        id: 'load-missing',
      });
    case 'broken-json':
      return msg(
        'The file is not sound JSON. Its editor should look at the commas and quotation marks.',
        { id: 'load-broken-json' },
      );
    case 'not-json':
      return msg('The server sent something other than a policy, perhaps a sign-in page.', {
        id: 'load-not-json',
      });
    case 'not-a-policy':
      return msg('The file at this address is not a policy.', { id: 'load-not-a-policy' });
  }
}
