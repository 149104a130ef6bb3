/** A policy that somebody types, its findings and its picture. What is typed is not trusted. */
import { checkPolicy, describeFinding } from './assets/policy-elements.tools.js';

const SMALL = {
  format: 1,
  id: 'our-policy',
  version: '1.0',
  status: 'draft',
  languages: ['en'],
  title: { en: 'Our policy' },
  summary: { en: 'What we ask of each other on social media.' },
  organisation: { name: { en: 'Our organisation' } },
  sections: [
    {
      id: 'rules',
      type: 'rules',
      title: { en: 'Rules' },
      items: [
        {
          id: 'ask-first',
          title: { en: 'Ask first' },
          body: { en: 'No photo of a colleague **without consent**.' },
          why: { en: 'Not everybody wants to be found.' },
        },
      ],
    },
  ],
};

const element = (id) => document.getElementById(id);
const source = element('source');
const shown = element('shown');
const languages = element('lang');

/** A place for each value of a JSON text, by its pointer. Only for text that parses. */
function placesIn(text) {
  const places = new Map();
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
  const path = [];
  let key;
  for (const { 0: token, index } of tokens) {
    const top = path.at(-1);
    const note = () => {
      const names = path.map((each) => each.name);
      places.set(names.length ? `/${names.join('/')}` : '', [index, index + token.length]);
    };
    if (token === ',' || token === ':') {
      if (token === ',' && top.list) top.name += 1;
    } else if (token === '}' || token === ']') path.pop();
    else if (top && !top.list && key === undefined) {
      key = JSON.parse(token);
      top.name = key.replaceAll('~', '~0').replaceAll('/', '~1');
      places.set(`/${path.map((each) => each.name).join('/')}`, [index, index + token.length]);
    } else {
      // Of a whole object in another, its name is shown.
      if (!top || top.list || (token !== '{' && token !== '[')) note();
      key = undefined;
      if (token === '{') path.push({ list: false });
      if (token === '[') path.push({ list: true, name: 0 });
    }
  }
  return places;
}

/** The nearest thing that is there: what is missing has no place. */
function placeOf(pointer, places) {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/')))
    if (places.has(at) || !at) return places.get(at) ?? [0, 1];
}

function select([from, to]) {
  source.focus();
  source.setSelectionRange(from, to);
  const line = source.value.slice(0, from).split('\n').length - 1;
  const height = source.scrollHeight / Math.max(1, source.value.split('\n').length);
  source.scrollTop = line * height - source.clientHeight / 2;
}

async function itemOf(finding, places) {
  const item = document.createElement('li');
  item.className = finding.grade;
  const words = await describeFinding(finding, 'en');
  const grade = document.createElement('strong');
  grade.textContent = finding.grade === 'error' ? 'Error' : 'Advice';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = finding.pointer || 'the whole policy';
  button.addEventListener('click', () => select(placeOf(finding.pointer, places)));
  item.append(grade, ` ${words} `, button);
  return item;
}

const NOT_JSON = { grade: 'error', code: 'not-json', pointer: '' };

function read(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { places: new Map(), findings: [NOT_JSON] };
  }
  return { value, places: placesIn(text), ...checkPolicy(value) };
}

let turn = 0;

async function draw() {
  const mine = (turn += 1);
  const text = source.value;
  const { value, places, policy, findings } = read(text);
  const items = await Promise.all(findings.slice(0, 100).map((each) => itemOf(each, places)));
  // Somebody typed on meanwhile.
  if (mine !== turn) return;
  element('findings').replaceChildren(...items);
  const errors = findings.filter(({ grade }) => grade === 'error').length;
  element('count').textContent = findings.length
    ? `Errors: ${errors}. Advice: ${findings.length - errors}.`
    : 'Nothing. This policy is sound.';
  if (!policy) return;
  const before = languages.value;
  languages.replaceChildren(...policy.languages.map((tag) => new Option(tag, tag)));
  if (policy.languages.includes(before)) languages.value = before;
  shown.lang = languages.value;
  shown.policy = value;
}

function show(text) {
  source.value = text;
  source.scrollTop = 0;
  return draw();
}

let waiting;
source.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(draw, 250);
});
languages.addEventListener('change', () => (shown.lang = languages.value));
element('begin').addEventListener('change', async ({ target }) => {
  if (target.value === 'small') return show(JSON.stringify(SMALL, null, 2));
  const response = await fetch(target.value);
  return show(await response.text());
});
element('open').addEventListener('click', () => element('file').click());
element('file').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  if (file) await show(await file.text());
  target.value = '';
});
element('save').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([source.value], { type: 'application/json' }));
  link.download = 'policy.json';
  link.click();
  URL.revokeObjectURL(link.href);
});

await show(JSON.stringify(SMALL, null, 2));
