/** Where the files come from: the same sources make the same bytes, and nothing runs when installed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import config from '../../rollup.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFile(join(root, path), 'utf8');
const readJson = async (path) => JSON.parse(await read(path));

const integrity = await readJson('dist/integrity.json');
const sbom = await readJson('dist/sbom.json');
const { packages } = await readJson('package-lock.json');

/** Licences that ask for nothing but their own text. */
const PERMISSIVE = ['MIT', 'BSD-3-Clause', 'Apache-2.0', 'ISC', '0BSD'];

describe('the built files', () => {
  it('have their hashes beside them', async () => {
    const files = (await readdir(join(root, 'dist'))).filter((name) =>
      /^policy-(elements|frame).*\.js$/.test(name),
    );
    assert.deepEqual(Object.keys(integrity).sort(), files.sort());
  });

  // One after the other, as they are built: who asks for a part has its name in it.
  for (const entry of config) {
    const name = entry.output.file ?? entry.output.entryFileNames;
    it(`${name.replace('dist/', '')} is made again, byte for byte, and is what its hash says`, async () => {
      const bundle = await rollup(entry);
      const { output } = await bundle.generate(entry.output);
      const hash = createHash('sha384').update(output[0].code).digest('base64');
      assert.equal(`sha384-${hash}`, integrity[output[0].fileName]);
    });
  }
});

describe('what is within', () => {
  it('is listed with licences that ask for nothing', () => {
    assert.ok(sbom.components.length > 5);
    const others = sbom.components.filter(
      ({ licenses }) => !PERMISSIVE.includes(licenses[0].expression),
    );
    assert.deepEqual(others, []);
  });

  it('is all that package.json asks for', async () => {
    const { dependencies } = await readJson('package.json');
    const resolveItems = new Map(sbom.components.map(({ name, version }) => [name, version]));
    for (const [name, version] of Object.entries(dependencies)) {
      assert.equal(resolveItems.get(name), version, name);
    }
  });

  it('runs nothing when it is installed', async () => {
    const { scripts } = await readJson('package.json');
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    assert.deepEqual(
      hooks.filter((hook) => hook in scripts),
      [],
    );
    const running = sbom.components.filter(
      ({ name }) => packages[`node_modules/${name}`]?.hasInstallScript,
    );
    assert.deepEqual(running, []);
  });
});
