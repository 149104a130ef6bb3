/** Every package of ours, installed from its tarball into an empty folder outside the repository. */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packAll } from '../../scripts/pack.js';
import { deadLinks } from '../support/links.js';
import { root, run, runTold } from './consumer.js';

const OFFLINE = /ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/;

describe('the tarballs', () => {
  let home;
  let folder;
  let tarballs;
  let installed;
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'policy-elements-install-'));
    folder = join(home, 'project');
    await mkdir(folder);
    tarballs = await packAll(join(home, 'policy-elements/packed'));
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    const [line] = /^npm install .*\*\.tgz$/m.exec(await readFile(join(root, 'README.md'), 'utf8'));
    const more = ' --no-audit --no-fund --prefer-offline';
    installed = await run(line + more, [], { cwd: folder, shell: true }).then(
      () => true,
      (error) => {
        if (!OFFLINE.test(error.message)) throw error;
        console.log('skipped: the dependencies cannot be fetched here');
      },
    );
  });
  after(() => rm(home, { recursive: true, force: true }));

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

  it('have documents whose links lead somewhere', async (test) => {
    if (!installed) return test.skip();
    for (const name of await packages()) {
      const { pages, dead } = await deadLinks(join(folder, 'node_modules', name));
      assert.deepEqual(dead, [], name);
      if (name === 'policy-elements') assert.ok(pages > 25, String(pages));
    }
  });

  it('are all that the README names', async () => {
    const text = await readFile(join(root, 'README.md'), 'utf8');
    assert.ok(text.includes('writes five tarballs'));
    assert.equal(tarballs.length, 5);
    const [, library] = /`packed\/(policy-elements-[\d.]+\.tgz)`/.exec(text);
    assert.equal(basename(tarballs[0]), library);
  });

  it('are not made where nothing was built', async () => {
    const copy = join(folder, 'unbuilt');
    await mkdir(join(copy, 'scripts'), { recursive: true });
    await cp(join(root, 'scripts/pack.js'), join(copy, 'scripts/pack.js'));
    await writeFile(
      join(copy, 'package.json'),
      '{ "name": "unbuilt", "version": "1.0.0", "workspaces": [] }\n',
    );
    const failed = await runTold(process.execPath, ['scripts/pack.js'], { cwd: copy }).catch(
      (error) => error,
    );
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /Run `npm run build` first/);
    await assert.rejects(readdir(join(copy, 'packed')));
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
