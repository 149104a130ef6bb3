import { createElement as h, memo, useDeferredValue, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import Markdown from 'react-markdown';
import gfm from 'remark-gfm';
import { fetchPolicy, modelOf } from './model.js';

const plugins = [gfm];
const Prose = memo(({ text }) =>
  h('div', { className: 'prose' }, h(Markdown, { remarkPlugins: plugins }, text)),
);

const Card = memo(({ item, labels }) =>
  h(
    'li',
    { className: 'card', id: item.id },
    h('p', { className: 'kind' }, labels[item.kind]),
    h('h3', null, item.title),
    h(Prose, { text: item.body }),
    h('div', { className: 'aside' }, h('b', null, labels.why), h(Prose, { text: item.why })),
    item.example &&
      h(
        'figure',
        null,
        h('figcaption', null, labels.example),
        h('blockquote', null, h(Prose, { text: item.example })),
      ),
  ),
);

const Profile = memo(({ item }) =>
  h(
    'li',
    { className: 'profile', id: item.id },
    h('p', null, h('a', { href: item.url }, item.name)),
    h('p', { className: 'muted' }, `${item.platform} ${item.handle}`),
    h('p', null, item.purpose),
  ),
);

const Entry = memo(({ item, hidden }) =>
  h(
    'details',
    { id: item.id, className: 'entry', hidden },
    h('summary', null, h('h3', null, item.question)),
    h(Prose, { text: item.answer }),
  ),
);

const Questions = memo(({ items, query }) => {
  const texts = useMemo(
    () => items.map(({ question, answer }) => `${question} ${answer}`.toLowerCase()),
    [items],
  );
  const words = query.toLowerCase().split(/\s+/);
  return items.map((item, at) =>
    h(Entry, { key: item.id, item, hidden: !words.every((word) => texts[at].includes(word)) }),
  );
});

function Faq({ items, labels }) {
  const [query, setQuery] = useState('');
  const later = useDeferredValue(query);
  return [
    h(
      'p',
      { key: 'find' },
      h(
        'label',
        null,
        labels.find,
        h('input', {
          className: 'find',
          type: 'search',
          value: query,
          onChange: (event) => setQuery(event.target.value),
        }),
      ),
    ),
    h(Questions, { key: 'all', items, query: later }),
  ];
}

const Section = memo(({ section, labels }) => {
  const { id, type, title, intro, body, items } = section;
  return h(
    'section',
    { id },
    h('h2', null, title),
    intro && h(Prose, { text: intro }),
    body && h(Prose, { text: body }),
    type === 'faq'
      ? h(Faq, { items, labels })
      : items.length > 0 &&
          h(
            'ul',
            { className: type },
            items.map((item) =>
              h(type === 'profiles' ? Profile : Card, { key: item.id, item, labels }),
            ),
          ),
  );
});

const Head = ({ model, choose }) =>
  h(
    'header',
    null,
    h(
      'p',
      { className: 'languages' },
      model.languages.map((lang) =>
        h(
          'button',
          { key: lang, type: 'button', 'data-lang': lang, onClick: () => choose(lang) },
          lang,
        ),
      ),
    ),
    h('h1', null, model.title),
    h(Prose, { text: model.summary }),
  );

const Contents = ({ sections }) =>
  h(
    'nav',
    null,
    h(
      'ol',
      null,
      sections.map(({ id, title }) => h('li', { key: id }, h('a', { href: `#${id}` }, title))),
    ),
  );

const Form = ({ model: { statement, labels } }) =>
  h(
    'form',
    null,
    h(Prose, { text: statement }),
    h('label', null, h('input', { type: 'checkbox', required: true }), labels.agree),
    h('button', null, labels.send),
  );

function Policy({ policy }) {
  const [lang, setLang] = useState('nl');
  const model = useMemo(() => modelOf(policy, lang), [policy, lang]);
  return [
    h(Head, { key: 'head', model, choose: setLang }),
    h(Contents, { key: 'contents', sections: model.sections }),
    ...model.sections.map((section) =>
      h(Section, { key: section.id, section, labels: model.labels }),
    ),
    h(Form, { key: 'form', model }),
  ];
}

createRoot(document.querySelector('main')).render(h(Policy, { policy: await fetchPolicy() }));
