import { resolveText, showSectionsWith } from '../../src/index.js';
import type { OtherSection, Policy, Text } from '../../src/index.js';

interface Term {
  id: string;
  title: Text;
  text: Text;
}

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; }
  dt { font-weight: bold; color: var(--policy-accent, inherit); }
  dd { margin: 0 0 1em; }
`);

export class OwnGlossary extends HTMLElement {
  headingLevel = 3;
  readonly #root = this.attachShadow({ mode: 'open' });
  #policy: Policy | undefined;
  #lang = '';

  set policy(policy: Policy | undefined) {
    if (policy === this.#policy) return;
    this.#policy = policy;
    this.#draw();
  }
  override set lang(lang: string) {
    this.#lang = lang;
    this.#draw();
  }
  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [styles];
    this.#draw();
  }

  /** Brings a term before the reader; whether it is here. */
  reveal(id: string): boolean {
    const term = this.#root.getElementById(id);
    term?.focus({ preventScroll: true });
    term?.scrollIntoView();
    return term !== null;
  }

  #draw(): void {
    const policy = this.#policy;
    const id = this.getAttribute('section');
    const section = policy?.sections.find((each): each is OtherSection => each.id === id);
    if (!policy || !section) return;
    const line = (tag: string, text: Text) => {
      const found = resolveText(text, this.#lang, policy.languages);
      const element = document.createElement(tag);
      element.textContent = found?.text ?? '';
      element.lang = found?.lang ?? '';
      return element;
    };
    const list = document.createElement('dl');
    for (const { id, title, text } of section['items'] as Term[]) {
      const term = line('dt', title);
      Object.assign(term, { id, tabIndex: -1 });
      list.append(term, line('dd', text));
    }
    this.#root.replaceChildren(line(`h${this.headingLevel}`, section.title), list);
  }
}

customElements.define('own-glossary', OwnGlossary);
showSectionsWith('glossary', 'own-glossary');
