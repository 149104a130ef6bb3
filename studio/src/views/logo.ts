/** A field that is one image. The words beside it say what it shows. */
import { readField } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { ACCEPTED } from '../editor/image-form.js';
import type { Field } from '../fields/field.js';
import { msg } from '../localization/localize.js';
import { icon } from '../ui/icon.js';
import { write, type Writing } from './writing.js';
import { imageFailure, imagesFor } from './images.js';

export function logoField(w: Writing, id: string, { name, label }: Field): TemplateResult {
  const value = readField(w.session.draft, id, name);
  const src = typeof value === 'string' ? value : '';
  const images = imagesFor(w.session);
  const shown = src && images.show(src);
  const take = async (files: FileList | null | undefined, place: HTMLElement): Promise<void> => {
    const [file] = files ?? [];
    const failed = place.closest('.logo')?.querySelector('.failed');
    if (!file || !images.keep || !failed) return;
    failed.textContent = '';
    try {
      write(w, id, name, await images.keep(file));
    } catch (error) {
      failed.textContent = imageFailure(error);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer?.files, event.currentTarget as HTMLElement);
  };
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void take(input.files, input).then(() => void (input.value = ''));
  };
  return html`<div class="logo" @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}>
    ${shown ? html`<img src=${shown} alt=${label()} />` : src ? html`<p class="muted">${src}</p>` : nothing}
    ${
      w.readonly || !images.keep
        ? nothing
        : html`<input type="file" accept=${ACCEPTED} aria-label=${label()} data-field=${name} @change=${chosen} />
          ${src ? html`<button type="button" class="button small" @click=${() => write(w, id, name, null)}>${icon('remove')} ${msg('Remove', { id: 'studio-remove' })}</button>` : nothing}`
    }
    <p class="failed" role="alert"></p>
  </div>`;
}
