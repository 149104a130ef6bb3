/**
 * Compiles a policy: one small file for each of its languages, ready to be shown. Run after a build.
 * Exit code 1 where there are errors in it, which are shown to readers as gaps; 2 called wrongly.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compilePolicy, readPolicy, describeFinding } from '../dist/index.js';

const [source, folder = source && dirname(source), ...more] = process.argv.slice(2);
if (!source || more.length) {
  process.stderr.write('Usage: node scripts/compile.js <policy.json> [<folder>]\n');
  process.exit(2);
}

const policy = JSON.parse(await readFile(source, 'utf8'));
const read = readPolicy(policy);
for (const finding of read.findings) {
  const sentence = await describeFinding(finding, 'en');
  process.stderr.write(`${source}: ${finding.pointer || '/'}: ${sentence}\n`);
}
if (!read.policy) process.exit(1);

const { languages } = read.policy;
const name = (lang) => `${basename(source, '.json')}.${lang}.compiled.json`;
await mkdir(folder, { recursive: true });
for (const lang of languages) {
  const others = languages.filter((each) => each !== lang);
  const files = Object.fromEntries(others.map((each) => [each, name(each)]));
  // Without `<` it can stand between script tags as well.
  const json = JSON.stringify(compilePolicy(policy, lang, { files })).replaceAll('<', '\\u003c');
  await writeFile(join(folder, name(lang)), json);
  process.stdout.write(`${join(folder, name(lang))}\n`);
}
process.exitCode = read.findings.length ? 1 : 0;
