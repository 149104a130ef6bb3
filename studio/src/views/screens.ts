import { msg } from '../localization/localize.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Me } from '../api/client.js';
import type { DraftSession } from '../model/session.js';
import { addressOf, type Route } from '../router.js';
import '../screens/define.js';

/** The screen for a place in the studio. */
export function screenOf(
  route: Route,
  me: Me,
  session: DraftSession | undefined,
): TemplateResult | typeof nothing {
  if (route.view === 'home') return html`<studio-home .me=${me}></studio-home>`;
  if (route.view === 'new') return html`<studio-new .me=${me}></studio-new>`;
  if (!session) return nothing;
  if (!session.me.file) void import('../screens/comments.js');
  switch (route.view) {
    case 'write':
      return html`<studio-write .session=${session} .section=${route.part} .item=${route.item}></studio-write>`;
    case 'basics':
    case 'people':
    case 'confirmation':
      return html`<studio-details .session=${session} .view=${route.view} .item=${route.part}></studio-details>`;
    case 'preview':
      return html`<div class="page wide"><h1 tabindex="-1" class="visually-hidden">${msg('Preview', { id: 'studio-tab-preview' })}</h1>${route.part === 'all' ? html`<p><a href=${addressOf({ view: 'publish', policy: session.policy })}>${msg('Back to publishing', { id: 'studio-back-publish' })}</a></p>` : previewLinks(session)}<studio-preview .session=${session} .reading=${route.part === 'all' ? 'all' : ''} whole></studio-preview></div>`;
    case 'translate':
      return html`<studio-translate .session=${session} .target=${route.part} .place=${route.item}></studio-translate>`;
    case 'comments':
      return html`<studio-comments .session=${session}></studio-comments>`;
    case 'publish':
      return html`<studio-publish .session=${session}></studio-publish>`;
    case 'history':
      return html`<studio-history .session=${session}></studio-history>`;
    default:
      return html`<studio-overview .session=${session}></studio-overview>`;
  }
}

/** Loaded where it is wanted; a file on one's own machine is shown to nobody. */
function previewLinks(session: DraftSession): TemplateResult | typeof nothing {
  if (session.me.file) return nothing;
  void import('./preview-links.js');
  return html`<preview-links .session=${session}></preview-links>`;
}
