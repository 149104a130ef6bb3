/** The command that compiles a policy. Needs a build. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, run } from './consumer.js';

describe('the command that compiles', () => {
  const compile = (name, folder) =>
    run(process.execPath, ['scripts/compile.js', `stories/policies/${name}.json`, folder], {
      cwd: root,
    });

  it('writes a file for each language, which stands between script tags as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-elements-'));
    await compile('sample', folder);
    const files = (await readdir(folder)).sort();
    assert.deepEqual(
      files,
      ['en', 'fr', 'nl'].map((lang) => `sample.${lang}.compiled.json`),
    );
    const json = await readFile(join(folder, files[1]), 'utf8');
    assert.ok(!json.includes('<'));
    const { lang, files: others } = JSON.parse(json);
    assert.equal(lang, 'fr');
    assert.deepEqual(Object.values(others).sort(), [files[0], files[2]]);
    await rm(folder, { recursive: true });
  });

  it('tells what is wrong in a policy', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-elements-'));
    await assert.rejects(compile('broken', folder), /broken\.json: \//);
    await rm(folder, { recursive: true });
  });
});
