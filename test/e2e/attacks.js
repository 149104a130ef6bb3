/** Attacks, a policy full of them, and what must not come of it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsOf } from '../../dist/index.js';
import { root } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
// Attacks collected by others, in the folder that CORPUS names.
const corpus = process.env.CORPUS && join(process.env.CORPUS, 'xss');

export const OWN = [
  '<img src=x onerror=ran()>',
  '"><script>ran()</script>',
  "'><svg/onload=ran()>",
  '</script><script>ran()</script>',
  '<!--</script><script>ran()//-->',
  '</title><script>ran()</script>',
  '</style><script>ran()</script>',
  '</template></policy-viewer><script>ran()</script>',
  '</policy-faq><img src=x onerror=ran()>',
  '<template shadowrootmode="open"><script>ran()</script></template>',
  '<!--/lit-part--><img src=x onerror=ran()><!--lit-node 0-->',
  '<details ontoggle=ran() open>',
  '" onfocus="ran()" autofocus x="',
  '[a](javascript:ran())',
  '[a](java\tscript:ran())',
  '[a](javascript&colon;ran())',
  '[a](vbscript:ran())',
  '[a](data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==)',
  '![a](x.png" onerror="ran())',
  '![a](//evil.invalid/x.png)',
  '[a]: javascript:ran()\n\n[a]',
  '<javascript:ran()>',
  '| <img src=x onerror=ran()> |\n|-|\n| x |',
  '__proto__',
  'constructor',
  'toString',
  '\u2028<script>ran()</script>\u2029',
  '\u0000<script>ran()</script>',
  '{{constructor.constructor("ran()")()}}',
  '${ran()}',
];
const PLACES = [
  'url',
  'logo',
  'email',
  'phone',
  'src',
  'platform',
  'handle',
  'kind',
  'type',
  'topic',
  'id',
  'lang',
  'version',
  'status',
  'effective',
];

export async function payloads() {
  if (!corpus || !existsSync(corpus)) {
    console.log('attacks of others: skipped, as CORPUS names no folder that has them');
    return OWN;
  }
  const [fixtures, lines, markdown] = await Promise.all(
    ['sanitizer-fixtures.json', 'payloads.txt', 'markdown.txt'].map((name) =>
      readFile(join(corpus, name), 'utf8'),
    ),
  );
  return [
    ...OWN,
    ...JSON.parse(fixtures).map(({ payload }) => payload),
    ...lines.split('\n').filter((line) => line.trim()),
    ...markdown
      .split(/^\.$/m)
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}

/** The sample with an attack in every text, in each of its languages. */
export function inTexts(next) {
  const copy = structuredClone(sample);
  for (const { pointer, text } of textsOf(sample)) {
    const keys = pointer.split('/').slice(1);
    const holder = keys.slice(0, -1).reduce((value, key) => value[key], copy);
    const attack = next();
    holder[keys.at(-1)] =
      typeof text === 'string'
        ? attack
        : Object.fromEntries(Object.keys(text).map((lang) => [lang, attack]));
  }
  return copy;
}

/** The sample with an attack in every address, id, kind and code. */
export function inPlaces(next, names = PLACES) {
  const copy = structuredClone(sample);
  copy.organisation.logo = 'logo.svg';
  const replace = (value) => {
    for (const [key, each] of Object.entries(value)) {
      if (names.includes(key) && typeof each === 'string') value[key] = next();
      else if (typeof each === 'object' && each !== null) replace(each);
    }
  };
  replace(copy);
  return copy;
}

/** The sample with attacks as languages, and as keys. */
export function inKeys(next) {
  const attack = next();
  const json = JSON.stringify(sample)
    .replaceAll('"nl":', `${JSON.stringify(attack)}:`)
    .replace('"nl"', JSON.stringify(attack))
    .replace(
      /^\{/,
      '{"__proto__":{"title":"ran","polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
  return JSON.parse(json);
}

/** What must never be on a page. It runs within it. */
export function dangers() {
  const found = [];
  const walk = (within) => {
    for (const element of within.querySelectorAll('*')) {
      const ours = element.getRootNode() !== document;
      if (
        ours &&
        /^(script|iframe|object|embed|base|meta|link|use|animate|set)$/.test(element.localName)
      )
        found.push(element.outerHTML.slice(0, 100));
      for (const { name, value } of element.attributes) {
        // The height made up from the letters of an item is a number of ours.
        if (name === 'style' && /^--_letters: \d+;$/.test(value)) continue;
        if (/^on|^style$|^srcdoc$|^formaction$/.test(name))
          found.push(element.outerHTML.slice(0, 100));
        if (/^(href|src|action)$/.test(name) && !value.startsWith('#')) {
          let protocol = 'none:';
          try {
            ({ protocol } = new URL(value, location.href));
          } catch {
            // No address: it leads nowhere.
          }
          if (!/^(https?|mailto|tel|none):/.test(protocol))
            found.push(element.outerHTML.slice(0, 100));
        }
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const scripts = [...document.scripts].filter(
    ({ type, src }) => type !== 'application/json' && !/policy-elements/.test(src),
  );
  return [...found, ...scripts.map(({ outerHTML }) => outerHTML.slice(0, 100))];
}
