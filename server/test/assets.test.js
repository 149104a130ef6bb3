/** What the studio says to put on a page is there to be fetched. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { start } from './helpers.js';

describe('the ready-made files', () => {
  let server;
  before(async () => {
    server = await start({ allowedOrigins: ['https://intranet.example'] });
  });
  after(() => server?.stop());
  const get = (path) => fetch(server.address + path);

  it('are served to pages of any site, with the parts they ask for', async () => {
    const entry = await get('/assets/policy-elements.js');
    assert.equal(entry.status, 200);
    assert.match(entry.headers.get('content-type'), /^text\/javascript/);
    assert.equal(entry.headers.get('access-control-allow-origin'), '*');
    const [part] = (await entry.text()).match(/policy-elements\.viewer-rest-[a-z0-9]{8}\.js/);
    const asked = await get(`/assets/${part}`);
    assert.equal(asked.status, 200);
    assert.match(asked.headers.get('cache-control'), /immutable/);
  });

  it('have a frame that only this site and the sites named may show', async () => {
    const frame = await get('/assets/policy-frame.html');
    assert.equal(frame.status, 200);
    assert.equal(
      frame.headers.get('content-security-policy'),
      "frame-ancestors 'self' https://intranet.example",
    );
  });

  it('are all there is: nothing else of the package, and no way out of it', async () => {
    for (const path of ['index.js', 'sbom.json', '../package.json', '..%2fpackage.json', ''])
      assert.equal((await get(`/assets/${path}`)).status, 404, path);
  });
});
