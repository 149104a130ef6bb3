/** The download for who has no npm, unpacked and opened: from a disk, and from a plain web server. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { makeZip } from '../../scripts/zip.js';
import { deadLinks } from '../support/links.js';
import { launchBrowser } from '../support/browser.js';
import { root } from './consumer.js';

/** What a plugin is made of, without what somebody put into `assets`. */
const filesIn = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .filter((path) => !path.startsWith('assets'));

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };

describe('the zip', () => {
  let folder;
  let site;
  let server;
  let browser;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-elements-zip-'));
    const files = unzipSync(await readFile(await makeZip(folder)));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    site = join(
      folder,
      (await readdir(folder)).find((name) => !name.endsWith('.zip')),
    );
    server = createServer((request, response) => {
      const path = normalize(new URL(request.url, 'http://localhost').pathname);
      readFile(join(site, path === '/' ? 'index.html' : path)).then(
        (text) =>
          response
            .writeHead(200, { 'content-type': TYPES[extname(path || '.html')] ?? 'text/html' })
            .end(text),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  const titleIn = () =>
    document.querySelector('policy-viewer')?.shadowRoot?.querySelector('[part=title]')?.textContent;

  it('opens from a disk', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, 'from-disk.html')).href);
    assert.match(await page.evaluate(titleIn), /policy|social/i);
    await page.close();
  });

  it('opens from a web server, with all that it asks for', async () => {
    const page = await browser.newPage();
    const missing = [];
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('favicon.ico'))
        missing.push(response.url());
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(titleIn, { polling: 100, timeout: 60_000 });
    assert.deepEqual(missing, []);
    await page.close();
  });

  it('has the schema, a starter and a README that leads to files that are there', async () => {
    const starter = JSON.parse(await readFile(join(site, 'policy.json'), 'utf8'));
    assert.equal(starter.format, 1);
    const schema = JSON.parse(await readFile(join(site, 'assets/policy.schema.json'), 'utf8'));
    assert.ok(schema.$schema);
    const text = await readFile(join(site, 'README.md'), 'utf8');
    for (const [path] of text.matchAll(/[\w/.-]+\.(?:md|html|json)\b/g))
      await readFile(join(site, path));
  });

  it('has every plugin of a host, ready to copy, and its README names them', async () => {
    const text = await readFile(join(site, 'README.md'), 'utf8');
    const listed = await readFile(join(root, 'hosts/README.md'), 'utf8');
    const plugins = [...listed.matchAll(/^\| `([\w/-]+)\/` /gm)].map(([, path]) => path);
    assert.ok(plugins.length >= 4, `of ${plugins}`);
    const wanted = (await readdir(join(site, 'assets'))).filter((name) =>
      /^policy-elements\.(?!all\.|tools\.)(.*\.)?js$/.test(name),
    );
    assert.ok(wanted.includes('policy-elements.js') && wanted.length > 10, `of ${wanted}`);
    for (const plugin of plugins) {
      const folder = join('hosts', plugin);
      assert.ok(text.includes(`hosts/${plugin}`), plugin);
      for (const name of await filesIn(join(root, folder)))
        assert.deepEqual(
          await readFile(join(site, folder, name)),
          await readFile(join(root, folder, name)),
          name,
        );
      const assets = await readdir(join(site, folder, 'assets'));
      assert.deepEqual(assets.sort(), wanted.sort(), plugin);
    }
  });

  it('has docs whose links lead to files that are there', async () => {
    const { pages, dead } = await deadLinks(site);
    assert.ok(pages > 25, String(pages));
    assert.deepEqual(dead, []);
    assert.match(await readFile(join(site, 'docs/hosts.md'), 'utf8'), /\]\(\.\.\/server\/README/);
  });
});
