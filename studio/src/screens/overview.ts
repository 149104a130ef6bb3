/** What is done and what is missing, and the way to each: the first thing one sees of a policy. */
import { describeBlock } from 'policy-elements';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, language, languageName, msg, str } from '../localization/localize.js';
import { fieldLabel } from '../fields/names.js';
import { insertSection } from '../model/changes.js';
import { languagesIn, readable } from '../model/policy.js';
import {
  firstToFillIn,
  tasksOf,
  type BlockTask,
  type Tasks,
  type TaskState,
} from '../model/tasks.js';
import type { Waiting } from '../api/client.js';
import { ownLanguages } from '../model/roles.js';
import { pairsOf } from '../model/translations.js';
import { addressOf, goTo } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { approvalNotice } from '../views/approval.js';
import { sessionNotices } from '../views/save-state.js';
import { waitingView } from '../views/waiting.js';

const SHAPE = { done: 'done', begun: 'begun', open: 'open' } as const;

export const stateWord = (state: TaskState): string =>
  ({
    done: msg('Done', { id: 'studio-task-done' }),
    begun: msg('Begun', { id: 'studio-task-begun' }),
    open: msg('Still to do', { id: 'studio-task-open' }),
  })[state];

export class StudioOverview extends DraftElement {
  static override properties = { ...DraftElement.properties, _names: { state: true } };
  declare private _names: ReadonlyMap<string, string> | undefined;
  #namedFor = '';
  #derivedFrom: unknown;
  #tasks: Tasks | undefined;

  #derive(): Tasks {
    const { draft } = this.session;
    if (!this.#tasks || this.#derivedFrom !== draft) {
      this.#tasks = tasksOf(draft);
      this.#derivedFrom = draft;
    }
    return this.#tasks;
  }

  protected override render(): TemplateResult {
    const tasks = this.#derive();
    void this.#name(tasks);
    const { session } = this;
    const { draft } = session;
    return html`<div class="page narrow">
      ${sessionNotices(session)} ${approvalNotice(session)}
      <h1 tabindex="-1">${readable(draft['title'], language(), draft) || msg('Untitled', { id: 'studio-untitled' })}</h1>
      ${this.#first(tasks)}
      <ol class="tasks">
        ${this.#basics(tasks)}
        ${this.#group(msg('The nine blocks', { id: 'studio-group-blocks' }), ...tasks.blocks.map((block) => this.#block(block)))}
        ${this.#languages(tasks)} ${this.#makingKnown(tasks)}
      </ol>
      <details class="more">
        <summary>${msg('What more a good policy has', { id: 'studio-further' })}</summary>
        <ol class="tasks"><li><ul class="task-list">${tasks.further.map((block) => this.#block(block))}</ul></li></ol>
      </details>
    </div>`;
  }

  /** What comes next, for who is here. */
  #first(tasks: Tasks): TemplateResult {
    const own = ownLanguages(this.session);
    if (own.length)
      return html`<div class="standfirst">${waitingView(this.session.policy, this.#waits(own))}</div>`;
    return html`<p class="standfirst">${this.#next(tasks)} ${this.#nextPlace()}</p>`;
  }

  #waits(languages: readonly string[]): readonly Waiting[] {
    const { draft, comments } = this.session;
    return languages.map((lang) => {
      const states = pairsOf(draft, lang).map(({ state }) => state);
      const count = (state: string): number => states.filter((each) => each === state).length;
      const open = comments.open.filter(({ on }) => on.lang === lang).length;
      const counts = {
        missing: count('missing'),
        stale: count('stale'),
        machine: count('machine'),
      };
      return { lang, ...counts, comments: open };
    });
  }

  #basics(tasks: Tasks): TemplateResult {
    const { policy, draft } = this.session;
    const missing = tasks.basicsMissing.map((field) => fieldLabel(draft, '', field));
    return this.#group(
      msg('Begin here', { id: 'studio-group-basics' }),
      this.#task(
        msg('Title, summary, dates and languages', { id: 'studio-task-basics' }),
        tasks.basics,
        addressOf({ view: 'basics', policy }),
        missing.length
          ? msg(str`empty: ${missing.join(', ')}`, {
              id: 'studio-basics-missing',
            })
          : nothing,
      ),
      this.#task(
        msg('People: whom to ask, and whom it is for', { id: 'studio-task-people' }),
        tasks.people,
        addressOf({ view: 'people', policy }),
      ),
    );
  }

  #languages(tasks: Tasks): TemplateResult | typeof nothing {
    const { policy } = this.session;
    return tasks.languages.length
      ? this.#group(
          msg('Languages', { id: 'studio-group-languages' }),
          ...tasks.languages.map(({ lang, state, done, all }) =>
            this.#task(
              languageName(lang),
              state,
              addressOf({ view: 'translate', policy, part: lang }),
              msg(str`${formatNumber(done)} of ${formatNumber(all)} texts`, {
                id: 'studio-texts-of',
              }),
            ),
          ),
        )
      : nothing;
  }

  #makingKnown(tasks: Tasks): TemplateResult {
    const { session } = this;
    const { policy } = session;
    return this.#group(
      msg('Making it known', { id: 'studio-group-publish' }),
      this.#task(
        msg('What people confirm', { id: 'studio-task-confirmation' }),
        tasks.confirmation,
        addressOf({ view: 'confirmation', policy }),
      ),
      this.#task(
        msg('Publish', { id: 'studio-tab-publish' }),
        session.opened.base && session.digest === session.opened.base.digest
          ? 'done'
          : session.opened.base
            ? 'begun'
            : 'open',
        addressOf({ view: 'publish', policy }),
      ),
    );
  }

  #nextPlace(): TemplateResult | typeof nothing {
    const place = firstToFillIn(this.session.draft);
    return place
      ? html`<a href=${addressOf(place)}>${msg('Go to the first of them', { id: 'studio-first-to-fill' })}</a>`
      : nothing;
  }

  #next(tasks: Tasks): string {
    const missing = tasks.blocks.filter(({ state }) => state === 'open').length;
    if (tasks.toFillIn)
      return msg(
        str`Places between double brackets still to be filled in: ${formatNumber(tasks.toFillIn)}.`,
        { id: 'studio-next-fill' },
      );
    if (missing)
      return msg(
        str`Of the nine blocks of a good policy, still to do: ${formatNumber(missing)}. You can publish without them.`,
        {
          id: 'studio-next-missing',
        },
      );
    const { base } = this.session.opened;
    if (base && base.digest === this.session.digest)
      return msg(str`Version ${base.version} is published, and nothing has changed since.`, {
        id: 'studio-next-published',
      });
    const { roles } = this.session;
    const { approval } = this.session.opened;
    if (approval === 'requested' || approval === 'approved')
      return msg('All nine blocks are there.', { id: 'studio-next-there' });
    if (roles.has('publish') && !this.session.me.fourEyes)
      return msg('All nine blocks are there. Look at the preview, then publish.', {
        id: 'studio-next-publish',
      });
    return roles.has('write') || roles.has('publish')
      ? msg(
          'All nine blocks are there. Look at the preview, then ask for approval under Publish.',
          {
            id: 'studio-next-ask',
          },
        )
      : msg('All nine blocks are there.', { id: 'studio-next-there' });
  }

  #group(title: string, ...tasks: unknown[]): TemplateResult {
    return html`<li><h2>${title}</h2><ul class="task-list">${tasks}</ul></li>`;
  }

  #task(
    name: string,
    state: TaskState,
    href: string,
    more: string | typeof nothing = nothing,
  ): TemplateResult {
    return html`<li class="task ${state}">
      <a href=${href}>${name}</a>
      <span class="task-state">${more === nothing ? nothing : html`<span class="muted">${more}</span>`} ${icon(SHAPE[state])} ${stateWord(state)}</span>
    </li>`;
  }

  #block(block: BlockTask): TemplateResult {
    const { policy } = this.session;
    const name = capital(this._names?.get(block.id) ?? block.id);
    if (block.id === 'contacts' && !block.section)
      return this.#task(name, block.state, addressOf({ view: 'people', policy }));
    if (block.section)
      return this.#task(
        name,
        block.state,
        addressOf({ view: 'write', policy, part: block.section }),
      );
    return html`<li class="task ${block.state}">
      <button class="link-button" @click=${() => void this.#begin(block, name)}>${name}</button>
      <span class="task-state">${icon(SHAPE[block.state])} ${stateWord(block.state)}</span>
    </li>`;
  }

  /** A block that is missing begins with a section of its own. */
  async #begin(block: BlockTask, name: string): Promise<void> {
    const title = await import('../model/section-titles.js')
      .then(({ blockTitle }) => blockTitle(block, languagesIn(this.session.draft)[0] ?? 'en'))
      .catch(() => name);
    const id = insertSection(this.session, block.type ?? 'text', title, block.topic);
    if (id) goTo({ view: 'write', policy: this.session.policy, part: id });
  }

  async #name({ blocks, further }: Tasks): Promise<void> {
    const lang = language();
    if (this.#namedFor === lang) return;
    this.#namedFor = lang;
    const named = [...blocks, ...further].map(
      // Without the remark for who writes files.
      async ({ id }) => [id, (await describeBlock(id, lang)).replace(/\s*\(.*\)$/, '')] as const,
    );
    this._names = new Map(await Promise.all(named));
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
