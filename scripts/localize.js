/**
 * Extracts the labels, and builds the translated ones. Fails where a translation is missing or
 * belongs to a label that has changed: `lit-localize build` alone lets both pass.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LANGUAGES = ['nl', 'fr'];
const generated = `${root}/src/localization/generated`;

/** What the result depends on, as one text: when it is what it was, there is nothing to do. */
function inputs() {
  const hash = createHash('sha256');
  const sources = readdirSync(`${root}/src`, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => `src/${name}`)
    .sort();
  const others = ['lit-localize.json', 'scripts/localize.js', 'package-lock.json'];
  for (const path of [...sources, ...LANGUAGES.map((each) => `locales/${each}.xlf`), ...others])
    if (existsSync(`${root}/${path}`)) hash.update(path).update(readFileSync(`${root}/${path}`));
  return hash.digest('hex');
}

const stamp = `${generated}/inputs.sha256`;
const outputs = LANGUAGES.map((language) => `${generated}/${language}.ts`);
if (
  outputs.every((path) => existsSync(path)) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === inputs()
)
  process.exit(0);

const run = (command) =>
  execFileSync(
    process.execPath,
    [`${root}/node_modules/@lit/localize-tools/bin/lit-localize.js`, command],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );

const unitsOf = (xliff) =>
  [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id, body]) => ({
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
    target: /<target>([\s\S]*?)<\/target>/.exec(body)?.[1] ?? '',
  }));

const read = (language) => readFile(`${root}/locales/${language}.xlf`, 'utf8');

const before = new Map(
  await Promise.all(
    LANGUAGES.map(async (language) => [language, unitsOf(await read(language).catch(() => ''))]),
  ),
);
run('extract');

const problems = [];
for (const language of LANGUAGES) {
  const known = new Map(before.get(language).map((unit) => [unit.id, unit]));
  for (const { id, source, target } of unitsOf(await read(language))) {
    if (!target.trim())
      problems.push(`locales/${language}.xlf: "${id}" is not translated: ${source}`);
    else if (known.get(id) && known.get(id).source !== source) {
      problems.push(
        `locales/${language}.xlf: "${id}" has changed: look at its translation again: ${source}`,
      );
    }
  }
}
if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}

run('build');
for (const language of LANGUAGES) {
  // The package's main entry sets up a page-wide configuration that we do not use.
  const file = `${generated}/${language}.ts`;
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace("from '@lit/localize'", "from '@lit/localize/internal/str-tag.js'"),
  );
}
await writeFile(stamp, inputs());
