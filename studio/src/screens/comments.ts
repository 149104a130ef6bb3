/** All that was said about the texts of a policy, in the order of the texts. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Thread } from '../api/comments.js';
import { msg } from '../localization/localize.js';
import { inOrder, standingOf } from '../model/comments.js';
import { languagesIn, targetsIn } from '../model/policy.js';
import { addressOf, type Route } from '../router.js';
import { define, DraftElement } from '../ui/element.js';
import { CommentThread, placeName, TextComments } from '../views/comments.js';
import { sessionNotices } from '../views/save-state.js';

export class StudioComments extends DraftElement {
  static override properties = { ...DraftElement.properties, _all: { state: true } };
  declare private _all: boolean;

  constructor() {
    super();
    this._all = false;
  }

  protected override firstUpdated(): void {
    // What was said a moment ago is there without waiting; the next look tells otherwise.
    void this.session.comments.refresh().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const { all, open } = session.comments;
    const shown = inOrder(this._all ? all : open, session.draft);
    return html`<div class="page narrow">
      ${sessionNotices(session)}
      <h1 tabindex="-1">${msg('Comments', { id: 'studio-tab-comments' })}</h1>
      ${
        all.length > open.length
          ? html`<label class="check"><input type="checkbox" .checked=${live(this._all)} @change=${(event: Event) => void (this._all = (event.target as HTMLInputElement).checked)} /> <span>${msg('Also what is dealt with', { id: 'studio-co-all' })}</span></label>`
          : nothing
      }
      ${shown.length ? nothing : html`<p class="standfirst">${all.length ? msg('Everything is dealt with.', { id: 'studio-co-none-open' }) : msg('Nothing was said yet. Beside each text, the speech bubble opens a place for it.', { id: 'studio-co-none' })}</p>`}
      <ol class="threads">
        ${repeat(
          shown,
          ({ id }) => id,
          (thread) =>
            html`<li><comment-thread .session=${session} .thread=${thread} .where=${this.#where(thread)}></comment-thread></li>`,
        )}
      </ol>
    </div>`;
  }

  #where(thread: Thread): TemplateResult {
    const gone = standingOf(this.session.draft, thread) === 'gone';
    const name = placeName(this.session, thread.on);
    return html`<h2>${gone ? name : html`<a href=${addressOf(this.#route(thread))}>${name}</a>`}</h2>`;
  }

  /** Where the text is written. */
  #route({ on: { id, field, lang } }: Thread): Route {
    const { draft, policy } = this.session;
    const [first] = languagesIn(draft);
    if (lang !== undefined && lang !== first)
      return { view: 'translate', policy, part: lang, item: `${id || 'policy'}.${field}` };
    if (id === '')
      return { view: field.startsWith('acknowledgement') ? 'confirmation' : 'basics', policy };
    const found = [...targetsIn(draft)].find(({ item }) => item.id === id);
    if (found?.kind === 'section') return { view: 'write', policy, part: id };
    if (found?.within) return { view: 'write', policy, part: found.within.id, item: id };
    return { view: 'people', policy, part: id };
  }
}

define('comment-thread', CommentThread);
define('text-comments', TextComments);
define('studio-comments', StudioComments);
