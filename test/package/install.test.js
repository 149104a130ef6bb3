/** Every package of ours, installed from its tarball into an empty folder outside the repository. */
import assert from 'node:assert/strict';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packAll } from '../../scripts/pack.js';
import { run, runTold } from './consumer.js';

const OFFLINE = /ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/;

describe('the tarballs', () => {
  let folder;
  let tarballs;
  let installed;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-elements-install-'));
    tarballs = await packAll(join(folder, 'packed'));
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs];
    installed = await run('npm', args, { cwd: folder }).then(
      () => true,
      (error) => {
        if (!OFFLINE.test(error.message)) throw error;
        console.log('skipped: the dependencies cannot be fetched here');
      },
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const command = (name, ...args) =>
    run(join(folder, 'node_modules/.bin', name), args, { cwd: folder });
  const packages = async () => {
    const ours = await readdir(join(folder, 'node_modules/@policy-elements'));
    return ['policy-elements', ...ours.map((name) => `@policy-elements/${name}`)];
  };

  it('depend on versions, not on folders', async (test) => {
    if (!installed) return test.skip();
    const names = await packages();
    assert.ok(names.length >= 5, names.join());
    for (const name of names) {
      const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
      assert.doesNotMatch(text, /"(file|link|workspace):/, name);
    }
  });

  it('have README files whose links lead somewhere', async (test) => {
    if (!installed) return test.skip();
    for (const name of await packages()) {
      const file = join(folder, 'node_modules', name, 'README.md');
      const text = await readFile(file, 'utf8').catch(() => '');
      for (const [, href] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
        await access(join(dirname(file), href)).catch(() => assert.fail(`${name}: ${href}`));
      }
    }
  });

  it('are published as they are', async () => {
    // Said aloud: whoever runs the tests may have told npm to be silent.
    const args = ['publish', '--dry-run', '--offline', '--ignore-scripts', '--loglevel=notice'];
    await Promise.all(
      tarballs.map(async (tarball) => {
        const told = await runTold('npm', [...args, tarball], { cwd: folder });
        assert.match(told, /^\+ (@policy-elements\/|policy-elements@)/m, tarball);
        if (/@policy-elements/.test(told)) assert.match(told, /public access/, tarball);
        const warnings = told.match(/^npm (warn|error).*$/gim) ?? [];
        const meant = warnings.filter((line) => !/requires you to be logged in/.test(line));
        assert.deepEqual(meant, [], tarball);
      }),
    );
  });

  it('bring commands that run', async (test) => {
    if (!installed) return test.skip();
    assert.match(await command('policy', '--help'), /check/);
    assert.match(await command('policy-server', '--help'), /serve|start/);
  });

  it('bring a library that can be imported', async (test) => {
    if (!installed) return test.skip();
    const code = `import { VERSION, checkPolicy } from 'policy-elements';
      import * as authoring from '@policy-elements/authoring';
      console.log(VERSION, checkPolicy({}).findings.length > 0, Object.keys(authoring).length > 0);`;
    await writeFile(join(folder, 'own.js'), code);
    assert.match(
      await run(process.execPath, ['own.js'], { cwd: folder }),
      /^\d+\.\d+\.\d+ true true/,
    );
  });
});
