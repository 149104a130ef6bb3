/** What the fields of a form are drawn with, and how what is written becomes a change. */
import { digestValue, readField, type Json, type SetEdit } from '@policy-elements/authoring';
import { html, type TemplateResult } from 'lit';
import { language, msg } from '../localization/localize.js';
import type { Note } from '../model/findings.js';
import { languagesIn, targetsIn, titleOf } from '../model/policy.js';
import type { DraftSession } from '../model/session.js';
import { imagesFor } from './images.js';

/** What a form is drawn with. */
export interface Writing {
  session: DraftSession;
  /** Language that is written. */
  lang: string;
  notes: readonly Note[];
  /** Whether this person may write this. */
  readonly: boolean;
}

export const first = (session: DraftSession): string => languagesIn(session.draft)[0] ?? 'en';

/** The change that gives a field another value. */
export function setEdit(
  { session, lang }: Writing,
  id: string,
  field: string,
  value: Json,
  isText: boolean,
): SetEdit {
  const current = readField(session.draft, id, field, isText ? lang : undefined);
  const text = isText && lang !== first(session) && /\.\d/.test(field);
  const source = text ? readField(session.draft, id, field, first(session)) : undefined;
  return {
    ...{ id, field, baseDigest: digestValue(current), value },
    ...(isText && { lang }),
    ...(source !== undefined && { sourceDigest: digestValue(source) }),
  };
}

export const write = (w: Writing, id: string, field: string, value: Json, isText = false): void =>
  void w.session.edit([setEdit(w, id, field, value, isText)]);

/** A text that was emptied is no text, unless it has to be there. */
export const orNothing = (value: string, required: boolean | undefined): Json =>
  value === '' && !required ? null : value;

export function richView(
  w: Writing,
  id: string,
  field: string,
  label: string,
  required: boolean | undefined,
  described = '',
): TemplateResult {
  const value = readField(w.session.draft, id, field, w.lang);
  return html`<rich-text
    data-field=${field}
    data-id=${id}
    .value=${typeof value === 'string' ? value : ''}
    .lang=${w.lang}
    .label=${label}
    .describedBy=${described || undefined}
    .readonly=${w.readonly}
    .choices=${() => referenceChoices(w.session)}
    .images=${imagesFor(w.session, { id, field, lang: w.lang })}
    @text-change=${(event: CustomEvent<string>) => write(w, id, field, orNothing(event.detail, required), true)}
    @text-undo=${() => w.session.undo()}
    @text-redo=${() => w.session.redo()}
  ></rich-text>`;
}

export function referenceChoices({ draft }: DraftSession): { id: string; title: string }[] {
  return [...targetsIn(draft)]
    .filter(({ kind }) => kind !== 'audience')
    .map(({ item, within }) => {
      const title = titleOf(item, language(), draft) || msg('Untitled', { id: 'studio-untitled' });
      return {
        id: item.id,
        title: within ? `${titleOf(within, language(), draft)} › ${title}` : title,
      };
    });
}
