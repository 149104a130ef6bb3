/** The search, the choice of light or dark, and the menu on a wide screen. */
const query = document.querySelector('#site-query');
const found = document.querySelector('#site-found');
const status = found.querySelector('[role=status]');
const list = found.querySelector('ul');

let index;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

async function load() {
  const response = await fetch(found.dataset.index);
  if (!response.ok) throw new Error(response.statusText);
  const entries = await response.json();
  return entries.map((each) => ({
    ...each,
    head: fold(`${each.page} ${each.heading}`),
    body: fold(each.text),
  }));
}

/** All words somewhere in it; in the heading is better, and in the name of the page. */
function score({ head, body, heading }, words) {
  let sum = 0;
  for (const word of words) {
    if (head.includes(word)) sum += fold(heading).includes(word) ? 6 : 4;
    else if (body.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** The text around the first word that is found. */
function around({ text, body }, words) {
  const at = Math.max(0, body.indexOf(words[0]) - 40);
  return `${at ? '… ' : ''}${text.slice(at, at + 120)} …`;
}

function hit(entry, words) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = entry.address;
  link.lang = link.hreflang = entry.language;
  const title = document.createElement('strong');
  title.textContent = entry.heading === entry.page ? entry.page : `${entry.page}: ${entry.heading}`;
  const text = document.createElement('span');
  text.textContent = around(entry, words);
  link.append(title, text);
  item.append(link);
  return item;
}

async function search() {
  const asked = query.value;
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (!words.length) return void (found.hidden = true);
  try {
    index ??= await load();
  } catch {
    found.hidden = false;
    status.textContent = found.dataset.failed;
    return;
  }
  // Somebody typed on meanwhile.
  if (asked !== query.value) return;
  const hits = index
    .map((entry) => ({ entry, points: score(entry, words) }))
    .filter(({ points }) => points)
    .sort((one, other) => other.points - one.points);
  list.replaceChildren(...hits.slice(0, 12).map(({ entry }) => hit(entry, words)));
  status.textContent = hits.length
    ? found.dataset.found.replace('{count}', hits.length)
    : found.dataset.nothing;
  found.hidden = false;
}

query.addEventListener('input', search);
query.addEventListener('focus', search);
query.addEventListener('keydown', (event) => {
  const first = list.querySelector('a');
  if (event.key === 'Escape') {
    query.value = '';
    found.hidden = true;
  } else if (event.key === 'Enter' && !found.hidden) first?.click();
  else if (event.key === 'ArrowDown' && !found.hidden) {
    event.preventDefault();
    first?.focus();
  }
});
list.addEventListener('keydown', (event) => {
  const items = [...list.querySelectorAll('a')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') query.focus();
  if (!step) return;
  event.preventDefault();
  (items[items.indexOf(document.activeElement) + step] ?? query).focus();
});
document.addEventListener('pointerdown', (event) => {
  if (!event.target.closest('.search')) found.hidden = true;
});
document.querySelector('.search').addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !relatedTarget.closest('.search')) found.hidden = true;
});
list.addEventListener('click', () => (found.hidden = true));

const button = document.querySelector('.scheme');
const root = document.documentElement;
const isDark = () =>
  (root.dataset.scheme ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const name = () => (button.textContent = isDark() ? button.dataset.light : button.dataset.dark);
button.addEventListener('click', () => {
  root.dataset.scheme = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('docs-scheme', root.dataset.scheme);
  } catch {
    // It holds for this page.
  }
  name();
});
name();
button.hidden = false;

// On a wide screen the menu stands beside the text, open.
const menu = document.querySelector('.menu');
const wide = matchMedia('(min-width: 60rem)');
const open = () => (menu.open = wide.matches);
wide.addEventListener('change', open);
open();
// A menu that is longer than the screen begins where one is.
const current = wide.matches && menu.querySelector('[aria-current]');
if (current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;

// On these pages nothing is recorded: a confirmation is answered as an endpoint would.
for (const form of document.querySelectorAll('.live policy-acknowledgement'))
  form.send = async () => ({ recordedAt: new Date().toISOString() });
