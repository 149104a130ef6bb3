/**
 * What the build is made of, for who takes its files over: `dist/integrity.json`, the hash of each
 * file for the attribute `integrity`; `dist/importmap.json`, the same for the parts, as an import
 * map; `dist/parts.json`, which parts there are, and when a page needs them; `dist/sbom.json`, the
 * packages within with their licences (CycloneDX).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ATTEMPTS, attempt } from '../dist/handed-over.js';
import { OTHER_ELEMENTS, SECTIONS } from '../dist/sections/registry.js';
import { PART_FILES } from '../dist/ssr/part-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const write = (name, value) =>
  writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);

const hash = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(dist, name)))
    .digest('base64')}`;
const files = readdirSync(dist).filter((name) => /^policy-(elements|frame).*\.js$/.test(name));
write('integrity.json', Object.fromEntries(files.sort().map((name) => [name, hash(name)])));

/** When a page needs a part, for what has no section type or element. */
const WHEN = {
  parser: 'the policy is not compiled',
  findings: 'the policy has faults that readers are told',
  'ssr-takeover': 'a server rendered the policy',
  'element-rest': 'it is drawn: leading to items, paper, notes for developers',
  'viewer-rest': 'the viewer is drawn: its end, and what follows the reader',
  record: 'somebody confirms, and for the digest on paper',
  outbox: 'somebody confirms',
  search: 'somebody searches',
  status: 'somebody may confirm',
  'search-nl': 'somebody searches in Dutch',
  'search-fr': 'somebody searches in French',
  'search-en': 'somebody searches in English',
  'words-nl': 'a script explains findings in Dutch',
  'words-fr': 'a script explains findings in French',
  'words-en': 'a script explains findings in English',
  accounts: 'somebody checks an account',
  comparison: 'two versions are compared',
};
const LABELS = new Set(readJson('lit-localize.json').targetLocales);
const partOf = (name) => ({
  file: PART_FILES[name],
  integrity: hash(PART_FILES[name]),
  ...(LABELS.has(name) && { language: name }),
  ...(WHEN[name] && { when: WHEN[name] }),
  ...list(
    'sections',
    Object.keys(SECTIONS).filter((type) => needs(SECTIONS[type], name)),
  ),
  ...list(
    'elements',
    Object.keys(OTHER_ELEMENTS).filter((tag) => OTHER_ELEMENTS[tag] === name),
  ),
});
const needs = ({ part, marks }, name) => part === name || (marks && name === 'platforms');
const list = (key, values) => (values.length ? { [key]: values } : {});
const ENTRY = 'policy-elements.js';
write('parts.json', {
  entry: { file: ENTRY, integrity: hash(ENTRY) },
  parts: Object.fromEntries(Object.keys(PART_FILES).map((name) => [name, partOf(name)])),
});
write('importmap.json', {
  integrity: Object.fromEntries(
    Object.values(PART_FILES).flatMap((name) =>
      Array.from({ length: ATTEMPTS + 1 }, (_, failures) => [
        `./${name}${attempt(failures)}`,
        hash(name),
      ]),
    ),
  ),
});

const { name, version, license, dependencies } = readJson('package.json');
const { packages } = readJson('package-lock.json');

/** Where a package that another one asks for is installed: the nearest `node_modules`. */
function find(wanted, from) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder && `${folder}/`}node_modules/${wanted}`;
    if (packages[path]) return path;
    if (!folder) throw new Error(`${wanted} is not in package-lock.json`);
  }
}

/** What comes along with the library, and with what it needs, by path. */
function collect(needed, from = '', found = new Map()) {
  for (const wanted of Object.keys(needed)) {
    const path = find(wanted, from);
    if (found.has(path)) continue;
    found.set(path, { name: wanted, ...packages[path] });
    collect(packages[path].dependencies ?? {}, path, found);
  }
  return found;
}

const purl = (each) => `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`;
const licenses = (expression) => [{ expression: expression ?? 'NOASSERTION' }];
const component = (each) => ({
  type: 'library',
  'bom-ref': purl(each),
  name: each.name,
  version: each.version,
  licenses: licenses(each.license),
  purl: purl(each),
  hashes: [
    {
      alg: 'SHA-512',
      content: Buffer.from(each.integrity.replace('sha512-', ''), 'base64').toString('hex'),
    },
  ],
});

write('sbom.json', {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: {
      type: 'library',
      'bom-ref': purl({ name, version }),
      name,
      version,
      licenses: licenses(license),
      purl: purl({ name, version }),
    },
  },
  components: [...collect(dependencies).values()]
    .sort((a, b) => purl(a).localeCompare(purl(b), 'en'))
    .map(component),
});
