/** What a developer of an intranet would write: marked, DOMPurify, innerHTML. */
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { markupOf } from './markup.js';
import { fetchPolicy, filterBy, modelOf } from './model.js';

const markdown = (text) => marked.parse(text);
const main = document.querySelector('main');
const policy = await fetchPolicy();

function draw(lang) {
  document.documentElement.lang = lang;
  // In one batch: text by text takes twice as long.
  main.innerHTML = DOMPurify.sanitize(markupOf(modelOf(policy, lang), markdown));
  filterBy(main.querySelector('.find'), [...main.querySelectorAll('.entry')]);
  for (const button of main.querySelectorAll('[data-lang]')) {
    button.addEventListener('click', () => draw(button.dataset.lang));
  }
}
draw('nl');
