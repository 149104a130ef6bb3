/**
 * Extracts labels, and builds the translated ones. Fails where a translation is missing or belongs
 * to a label that has changed: `lit-localize build` alone lets both pass.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const LANGUAGES = ['nl', 'fr'];
const tool = fileURLToPath(
  new URL('../node_modules/@lit/localize-tools/bin/lit-localize.js', import.meta.url),
);

const unitsOf = (xliff) =>
  [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id, body]) => ({
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
    target: /<target>([\s\S]*?)<\/target>/.exec(body)?.[1] ?? '',
  }));

/** What is wrong with the file of a language after extracting, given its units before. */
function faultsOf(file, before, after) {
  const known = new Map(before.map((unit) => [unit.id, unit]));
  return after.flatMap(({ id, source, target }) => {
    if (!target.trim()) return [`${file}: "${id}" is not translated: ${source}`];
    const changed = known.get(id) && known.get(id).source !== source;
    return changed
      ? [`${file}: "${id}" has changed: look at its translation again: ${source}`]
      : [];
  });
}

/** Labels of the program in `folder` (where its `lit-localize.json` is), with their translations. */
export async function localize({ folder, locales, generated }) {
  const run = (command) =>
    execFileSync(process.execPath, [tool, command], {
      cwd: fileURLToPath(folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const unitsIn = async (language) =>
    unitsOf(await readFile(new URL(`${language}.xlf`, locales), 'utf8').catch(() => ''));
  const before = new Map(
    await Promise.all(LANGUAGES.map(async (language) => [language, await unitsIn(language)])),
  );
  await mkdir(locales, { recursive: true });
  run('extract');
  const problems = [];
  for (const language of LANGUAGES) {
    const file = `${basename(fileURLToPath(locales))}/${language}.xlf`;
    problems.push(...faultsOf(file, before.get(language), await unitsIn(language)));
  }
  if (problems.length) {
    console.error(problems.join('\n'));
    process.exit(1);
  }
  run('build');
  for (const language of LANGUAGES) {
    // The package's main entry sets up a page-wide configuration that we do not use.
    const file = new URL(`${language}.ts`, generated);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace("from '@lit/localize'", "from '@lit/localize/internal/str-tag.js'"),
    );
  }
}
