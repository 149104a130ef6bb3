/**
 * A made-up section type and its element, added to a copy as CONTRIBUTING.md says: every list follows.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root, run } from './consumer.js';

const TYPE = `/** Words that need a word. */
import type * as v from 'valibot';
import { list, object, part, section, text } from '../schema-fields.js';

export const madeupEntry = object({ ...part, title: text, meaning: text });
export type MadeupEntry = v.InferOutput<typeof madeupEntry>;

export const schema = section('madeup', { items: list(madeupEntry) });

/** How its texts are read, by field. */
export const texts = { meaning: 'markdown' } as const;
`;
const COPIED = ['src', 'scripts', 'hosts', 'stories', 'test/component', '.prettierrc.json'];
const FOLLOW = {
  'src/define.ts': "import './define/policy-madeup.js'",
  'src/define/late.ts': "loadLater('policy-madeup'",
  'src/index.ts': 'PolicyMadeup',
  'src/policy/section-types/index.ts': 'madeup: madeup.schema',
  // Public by what src/index.ts takes along.
  'src/policy/section-types/items.ts': 'MadeupEntry',
  'src/policy/section-types/fields.ts': "meaning: 'markdown'",
  'src/frame/elements.ts': "'policy-madeup'",
  'hosts/wordpress/policy-elements/elements.php': "'policy-madeup'",
  'hosts/mediawiki/PolicyElements/src/Tags.php': "'policy-madeup'",
  'hosts/dokuwiki/policyelements/syntax.php': '|madeup|',
  'hosts/redmine/policy_elements/lib/policy_elements/elements.rb': '      policy-madeup\n',
};

describe('a section type and its element that are added', () => {
  let copy;
  const node = (...args) => run(process.execPath, args, { cwd: copy });
  const read = (path) => readFile(join(copy, path), 'utf8');
  before(async () => {
    copy = await mkdtemp(join(tmpdir(), 'policy-elements-registry-'));
    for (const path of COPIED) await cp(join(root, path), join(copy, path), { recursive: true });
    for (const path of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
      await cp(join(root, path), join(copy, path));
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  });
  after(() => rm(copy, { recursive: true, force: true }));

  it('are not there before, and the lists are as they should be', async () => {
    await node('scripts/registry.js', '--check');
    for (const [path, text] of Object.entries(FOLLOW))
      assert.ok(!(await read(path)).includes(text), path);
  });

  it('are missed by the check until the lists are written', async () => {
    await writeFile(join(copy, 'src/policy/section-types/madeup.ts'), TYPE);
    await node('scripts/new-element.js', 'policy-madeup');
    // Items are `<li>`: outside a list, axe refuses the first test of the new element.
    assert.match(await read('src/elements/policy-madeup/policy-madeup.ts'), /<ul .*plainItem/);
    await assert.rejects(
      node('scripts/registry.js', '--check'),
      /not up to date: npm run registry/,
    );
  });

  it('stand in every list afterwards, and the sources compile', async () => {
    // The compiler asks for what people call it.
    for (const lang of ['nl', 'fr', 'en']) {
      const words = `src/policy/search-${lang}.ts`;
      const named = (await read(words)).replace('names: {', "names: { madeup: 'words',");
      await writeFile(join(copy, words), named);
    }
    await node('scripts/registry.js');
    await node('scripts/registry.js', '--check');
    for (const [path, text] of Object.entries(FOLLOW))
      assert.ok((await read(path)).includes(text), path);
    await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noEmit');
  });

  it('may not read a field in two ways', async () => {
    const file = join(copy, 'src/policy/section-types/madeup.ts');
    await writeFile(file, TYPE.replace("meaning: 'markdown'", "title: 'markdown'"));
    await assert.rejects(node('scripts/registry.js'), /title is markdown, and plain elsewhere/);
  });
});
