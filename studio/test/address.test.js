import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from './support.js';

describe('the address of the studio', () => {
  let server;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('leads on to the form with a slash, and no further', async () => {
    const asked = (path) => fetch(`${server.address}${path}`, { redirect: 'manual' });
    const bare = await asked('/studio');
    assert.deepEqual([bare.status, bare.headers.get('location')], [308, '/studio/']);
    for (const path of ['/studio/', '/studio/?from=mail', '/studio/p/our-policy']) {
      const page = await asked(path);
      assert.equal(page.status, 200, path);
      assert.match(await page.text(), /<policy-studio>/, path);
    }
  });
});
