/** The reference: a page for every element, from custom-elements.json, and one for what is exported. */
import { codeBlock, escape, headingOf, inline, liveExample } from './markdown.js';
import { exportsOf } from './published.js';

const BASE = 'PolicyElement';

/** What an example needs besides a policy. */
const EXAMPLES = {
  'policy-changes': ' known-version="3.0"',
  'policy-notice': ' href="/policy"',
  'policy-section': ' section="rollout"',
  'policy-tip': ' href="/policy"',
  'policy-viewer': ' reading="core"',
};

const typeOf = ({ type, return: result }) => (result?.type ?? type)?.text;
const isField = ({ kind }) => kind === 'field';
const isMethod = ({ kind }) => kind === 'method';
const call = ({ name, parameters = [] }) =>
  `${name}(${parameters.map((each) => each.name).join(', ')})`;
const remarks = ({ attribute, readonly, default: value }) => [
  ...(attribute ? [`Attribute: \`${attribute}\`.`] : []),
  ...(readonly ? ['Read only.'] : []),
  ...(value ? [`Default: \`${value}\`.`] : []),
];

/** The lists of a page: id, title, what is in it, and what each is called. */
const LISTS = [
  ['attributes', 'Attributes', ({ attributes }) => attributes],
  ['properties', 'Properties', ({ members }) => members?.filter(isField)],
  ['methods', 'Methods', ({ members }) => members?.filter(isMethod), call],
  ['events', 'Events', ({ events }) => events],
  ['slots', 'Slots', ({ slots }) => slots, ({ name }) => name || '(default)'],
  ['parts', 'Parts for CSS', ({ cssParts }) => cssParts, ({ name }) => `::part(${name})`],
  ['custom-properties', 'Custom properties', ({ cssProperties }) => cssProperties],
];

function entryOf(item, nameOf) {
  const type = typeOf(item);
  const shownType = type ? ` <span class="type">${escape(type)}</span>` : '';
  const text = inline([item.description ?? '', ...remarks(item)].join(' '));
  return `<dt><code>${escape(nameOf(item))}</code>${shownType}</dt><dd>${text}</dd>`;
}

/** What of an element `isShown`, list by list. */
function listsOf(element, isShown) {
  const lists = LISTS.map(([id, text, itemsOf, nameOf = ({ name }) => name]) => ({
    id,
    text,
    entries: (itemsOf(element) ?? []).filter(isShown).map((item) => entryOf(item, nameOf)),
  })).filter(({ entries }) => entries.length);
  return {
    headings: lists.map(({ id, text }) => ({ id, text })),
    html: lists
      .map(
        ({ id, text, entries }) =>
          `${headingOf(2, id, text)}\n<dl class="entries">${entries.join('\n')}</dl>\n`,
      )
      .join('\n'),
  };
}

const page = (address, title, head, { headings, html }, shownTitle = title) => ({
  address,
  title,
  headings,
  html: `<h1 id="top">${escape(shownTitle)}</h1>\n<p>${inline(head)}</p>\n${html}`,
});

const isOfBase = ({ inheritedFrom }) => inheritedFrom?.name === BASE;

function elementPage(element) {
  const { tagName, description = '' } = element;
  const code = `<${tagName} src="/policies/social-media.json"${EXAMPLES[tagName] ?? ''}></${tagName}>`;
  const { headings, html } = listsOf(element, (item) => !isOfBase(item));
  const common = `<p>And what <a href="every-element.html">every element</a> has: <code>src</code>, <code>lang</code>, <code>audience</code> and others.</p>`;
  const body = { headings, html: `${liveExample(code)}\n${common}\n${html}` };
  return page(`element-${tagName}.html`, tagName, description, body, `<${tagName}>`);
}

function functionsPage(dtsPath) {
  const groups = exportsOf(dtsPath);
  const entries = (items) =>
    items
      .map(({ name, description, code }) => {
        const text = description ? `<p>${inline(description)}</p>` : '';
        const heading = headingOf(3, name, `<code>${escape(name)}</code>`);
        return `${heading}${text}${codeBlock(code, name)}\n`;
      })
      .join('\n');
  const html = groups.map(({ id, text, items }) => `${headingOf(2, id, text)}\n${entries(items)}`);
  return page(
    'functions.html',
    'Functions, events and types',
    "What `import … from 'policy-elements'` brings. It registers nothing and needs no browser.",
    { headings: groups, html: html.join('\n') },
  );
}

/** @param {string} dtsPath the types of the package */
export function referencePages(manifest, dtsPath) {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
  const common = listsOf(elements[0], isOfBase);
  return [
    functionsPage(dtsPath),
    page('every-element.html', 'Every element', 'What all elements have in common.', common),
    ...elements.map(elementPage),
  ];
}
