/**
 * How often the search answers: `npm run bench -- --only search --questions FILE`. The file is a
 * list of `{ lang, q, ids }`, with the ids of acceptable answers; `--policy FILE` names the policy
 * they are about, else it is the sample. `--without-keywords` leaves out the editor's own words.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSearchIndex, loadReader, readPolicy } from '../dist/index.js';

const given = (name) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const SAMPLE = fileURLToPath(new URL('../stories/policies/sample.json', import.meta.url));

const file = given('--questions');
if (!file) {
  process.stderr.write('Name a file of questions: --questions FILE\n');
  process.exit(2);
}
const withoutKeywords = process.argv.includes('--without-keywords');
const source = JSON.parse(
  JSON.stringify(json(given('--policy') ?? SAMPLE), (key, value) =>
    withoutKeywords && key === 'keywords' ? undefined : value,
  ),
);
await loadReader();
const { policy } = readPolicy(source);

const questions = json(file);
const languages = [...new Set(questions.map(({ lang }) => lang))];
const places = new Map();
let milliseconds = 0;
for (const lang of languages) {
  const start = performance.now();
  const index = await createSearchIndex(policy, lang);
  milliseconds += performance.now() - start;
  for (const question of questions.filter((each) => each.lang === lang)) {
    const hits = index.search(question.q);
    places.set(question, {
      place: hits.findIndex(({ id }) => question.ids.includes(id)),
      nothing: hits.length === 0,
    });
  }
}

const share = (some, all) => `${Math.round((100 * some) / all)} %`.padStart(6);
function row(name, of) {
  const found = of.map((question) => places.get(question));
  const count = (test) => share(found.filter(test).length, of.length);
  return [
    `${name} (${of.length})`.padEnd(12),
    count(({ place }) => place === 0),
    count(({ place }) => place >= 0 && place < 3),
    count(({ nothing }) => nothing),
  ].join('  ');
}
const lines = [
  `${''.padEnd(12)}   first  three  nothing`,
  ...languages.map((lang) =>
    row(
      lang,
      questions.filter((each) => each.lang === lang),
    ),
  ),
  row('all', questions),
  `an index takes ${Math.round(milliseconds / languages.length)} ms`,
];
if (process.argv.includes('--misses')) {
  for (const [{ lang, q }, { place }] of places)
    if (place < 0 || place > 2) lines.push(`${lang}: ${q}`);
}
process.stdout.write(`${lines.join('\n')}\n`);
