/** Everything as one Markdown document a section, drawn by an element. */
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import ZeroMd from 'zero-md/src/zero-md-base.js';
import { fetchPolicy, modelOf } from './model.js';

customElements.define(
  'zero-md',
  class extends ZeroMd {
    async parse({ text }) {
      return DOMPurify.sanitize(await marked.parse(text));
    }
  },
);

const DRAWS = {
  guidelines: (item, labels) =>
    `### ${item.title}\n\n${labels[item.kind]}\n\n${item.body}\n\n**${labels.why}** ${item.why}\n\n${item.example ? `> ${labels.example}: ${item.example}` : ''}`,
  profiles: (item) =>
    `- [${item.name}](${item.url})\n  ${item.platform} ${item.handle} ${item.purpose}`,
  faq: (item) =>
    `<details class="entry"><summary>${item.question}</summary>\n\n${item.answer}\n\n</details>`,
};

const main = document.querySelector('main');
const policy = await fetchPolicy();

function block(markdown) {
  const element = document.createElement('zero-md');
  const script = document.createElement('script');
  script.type = 'text/markdown';
  script.textContent = markdown;
  element.append(script);
  return element;
}

function draw(lang) {
  const { labels, languages, title, summary, statement, sections } = modelOf(policy, lang);
  const bar = document.createElement('p');
  for (const each of languages) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: each, onclick: () => draw(each) });
    button.dataset.lang = each;
    bar.append(button);
  }
  const text = ({ type, items, intro, body, title: heading }) =>
    [`## ${heading}`, intro, body, ...items.map((item) => DRAWS[type](item, labels))]
      .filter(Boolean)
      .join('\n\n');
  main.replaceChildren(
    bar,
    block(`# ${title}\n\n${summary}`),
    ...sections.map((section) => block(text(section))),
    block(statement),
  );
}
draw('nl');
