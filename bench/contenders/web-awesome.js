/** A library of components around the same Markdown. */
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/card/card.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { markupOf } from './markup.js';
import { fetchPolicy, filterBy, modelOf } from './model.js';

const ELEMENTS = [
  [
    /<li class="card"([^>]*)>([\s\S]*?)<\/li>(?=\s*(?:<li class="card"|<\/ul>))/g,
    '<li$1><wa-card>$2</wa-card></li>',
  ],
  [
    /<details([^>]*)><summary>([\s\S]*?)<\/summary>/g,
    '<wa-details$1><span slot="summary">$2</span>',
  ],
  [/<\/details>/g, '</wa-details>'],
  [
    /<label>([^<]*)<input class="find" type="search"><\/label>/g,
    '<wa-input class="find" type="search" label="$1"></wa-input>',
  ],
  [
    /<label><input type="checkbox" required>([^<]*)<\/label>/g,
    '<wa-checkbox required>$1</wa-checkbox>',
  ],
  [/<button>([^<]*)<\/button>/g, '<wa-button type="submit">$1</wa-button>'],
];
const SAFE = {
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: /^wa-/,
    attributeNameCheck: /^(label|slot|type|required)$/,
  },
  ADD_ATTR: ['slot'],
};

const main = document.querySelector('main');
const policy = await fetchPolicy();

function draw(lang) {
  document.documentElement.lang = lang;
  const plain = markupOf(modelOf(policy, lang), (text) => marked.parse(text));
  const html = ELEMENTS.reduce((text, [from, to]) => text.replace(from, to), plain);
  main.innerHTML = DOMPurify.sanitize(html, SAFE);
  filterBy(main.querySelector('.find'), [...main.querySelectorAll('.entry')]);
  for (const button of main.querySelectorAll('[data-lang]')) {
    button.addEventListener('click', () => draw(button.dataset.lang));
  }
}
draw('nl');
