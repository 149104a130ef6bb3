/** Which groups of readers there are on the list of people, and which of the policy nobody is in. */
import { idsIn } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { api, type PeopleGroup, type PeopleGroups } from '../api/client.js';
import { AUDIENCE_FORM } from '../fields/sections.js';
import { formatNumber, language, msg, str } from '../localization/localize.js';
import { asksNobody, emptyGroups, renameGroup } from '../model/audiences.js';
import { insertEntry } from '../model/changes.js';
import { languagesIn, readable, titleOf, type Item } from '../model/policy.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { notice } from './save-state.js';

abstract class GroupsElement extends DraftElement {
  static override properties = { ...DraftElement.properties, _groups: { state: true } };
  declare protected _groups: PeopleGroups | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    // A file on one's own machine is confirmed by nobody on a list.
    if (this.session.me.file) return;
    try {
      this._groups = await api.audiences();
    } catch {
      // Nothing is known of the list: nothing is said of it.
    }
  }
}

/** Says who is not asked to confirm, for a group that the list of people does not know. */
export class GroupWarning extends GroupsElement {
  protected override render(): TemplateResult | typeof nothing {
    const { draft, policy } = this.session;
    const empty = this._groups ? emptyGroups(draft, this._groups) : [];
    if (!empty.length || draft['acknowledgement'] === undefined) return nothing;
    return notice(
      'alert',
      html`${empty.map((group) => html`${nobodyIn(this, group)} `)}${
        asksNobody(draft, this._groups!)
          ? msg('So nobody is asked to confirm this policy.', { id: 'studio-group-none-asked' })
          : nothing
      }`,
      html`<a href=${addressOf({ view: 'people', policy })}>${msg('Choose the groups of the list', { id: 'studio-group-mend' })}</a>`,
    );
  }
}

/** Takes groups over as the list of people names them. */
export class GroupChoice extends GroupsElement {
  protected override render(): TemplateResult | typeof nothing {
    const groups = this._groups;
    if (!groups?.listed || !this.session.roles.has('write')) return nothing;
    const used = idsIn(this.session.draft);
    const free = groups.audiences.filter(({ id }) => !used.has(id));
    return html`${emptyGroups(this.session.draft, groups).map((group) => this.#mend(group, free))}
      ${
        free.length
          ? this.#choose(
              'group-of-list',
              msg('From the list of people', { id: 'studio-group-from-list' }),
              free,
              msg('Add this group', { id: 'studio-group-add' }),
              (group) => this.#add(group),
            )
          : nothing
      }`;
  }

  #mend(group: Item, free: readonly PeopleGroup[]): TemplateResult {
    return html`${notice('alert', nobodyIn(this, group))}
    ${
      free.length
        ? this.#choose(
            `group-for-${group.id}`,
            msg(str`“${nameOf(this, group)}” is on the list of people as`, {
              id: 'studio-group-is',
            }),
            free,
            msg('Use this group', { id: 'studio-group-use' }),
            ({ id }) => void this.session.edit(renameGroup(this.session.draft, group, id)),
          )
        : nothing
    }`;
  }

  #choose(
    key: string,
    label: string,
    groups: readonly PeopleGroup[],
    button: string,
    take: (group: PeopleGroup) => void,
  ): TemplateResult {
    const taken = (): void => {
      const chosen = this.querySelector<HTMLSelectElement>(`[id="${key}"]`)?.value;
      const group = groups.find(({ id }) => id === chosen);
      if (group) take(group);
    };
    return html`<p class="group-choice"><label for=${key}>${label}</label>
      <select id=${key} class="input">${groups.map((group) => html`<option value=${group.id}>${this.#option(group)}</option>`)}</select>
      <button class="button" @click=${taken}>${icon('add')} ${button}</button></p>`;
  }

  #option({ id, title, people }: PeopleGroup): string {
    const name = readable(title, language(), this.session.draft) || id;
    return people === 1
      ? msg(str`${name} (1 person)`, { id: 'studio-group-one' })
      : msg(str`${name} (${formatNumber(people)} people)`, { id: 'studio-group-many' });
  }

  #add({ id, title }: PeopleGroup): void {
    const { session } = this;
    const [first = 'en'] = languagesIn(session.draft);
    const name = readable(title, first, session.draft) || id;
    insertEntry(session, 'audiences', AUDIENCE_FORM, { id, title: { [first]: name } });
  }
}

const nameOf = ({ session: { draft } }: DraftElement, group: Item): string =>
  titleOf(group, language(), draft) || group.id;

const nobodyIn = (element: DraftElement, group: Item): string =>
  msg(str`Nobody on the list of people is in “${nameOf(element, group)}”.`, {
    id: 'studio-group-nobody',
  });
