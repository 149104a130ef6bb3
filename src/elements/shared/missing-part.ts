import { adoptStyles, html, render } from 'lit';
import { PolicyProblemEvent } from '../../events.js';
import { inheritedLanguage } from '../../localization/inherited-language.js';
import { label, labelLanguages, loadLabels, templatesOf } from '../../localization/locales.js';
import type { Msg } from '../../localization/localization.js';
import { elementRest } from '../../late-modules.js';
import { matchLanguage } from '../../policy/text.js';
import { loadElement } from '../../sections.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { notLoaded } from './states.js';

const notes = new WeakMap<Element, HTMLElement>();

/**
 * Fetches what an element on the page is made of. Where it cannot be had, the element says so in its
 * place, with a button to try again; what is between its tags stays.
 */
export async function bringElement(element: Element): Promise<void> {
  if (element.matches(':defined')) return;
  const note = notes.get(element);
  if (note) return write(note, element);
  if (await loadElement(element.localName)) return;
  if (!element.matches(':defined') && !notes.has(element)) await tell(element);
}

async function tell(element: Element): Promise<void> {
  const note = document.createElement('div');
  notes.set(element, note);
  adoptStyles(note.attachShadow({ mode: 'open' }), [tokens, base]);
  await write(note, element);
  element.prepend(note);
  // The element itself has no class yet that could say it.
  element.dispatchEvent(new PolicyProblemEvent('not-loaded'));
  await customElements.whenDefined(element.localName);
  const hadFocus = note.shadowRoot?.activeElement;
  note.remove();
  notes.delete(element);
  if (hadFocus) elementRest.value?.leadOn(element as HTMLElement);
}

async function write(note: HTMLElement, element: Element): Promise<void> {
  const around = inheritedLanguage(element) ?? navigator.language;
  const lang = matchLanguage(around, labelLanguages) ?? 'en';
  await loadLabels(lang);
  const msg: Msg = ((template, options) => label(lang, '', template, options)) as Msg;
  const retry = () => void loadElement(element.localName);
  const isThere = templatesOf(lang);
  render(
    html`<div class="frame" lang=${isThere ? lang : 'en'}>
      <div class="content">${notLoaded({ msg }, retry)}</div>
    </div>`,
    note.shadowRoot!,
  );
}
