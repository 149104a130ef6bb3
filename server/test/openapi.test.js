import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { endpoint, get, makePolicy, makeRecord, post, start } from './helpers.js';

describe('the document for programs', () => {
  let server;
  let document;
  before(async () => {
    server = await start({ publish: [makePolicy()] });
    document = (await get(server.address, '/openapi.json')).json;
  });
  after(() => server?.stop());

  it('is the one that comes with the package', async () => {
    const shipped = await readFile(new URL('../openapi.json', import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(shipped), document, 'run "npm run build -w server"');
  });

  it('has every address for programs, and none for people', () => {
    assert.equal(document.openapi, '3.1.0');
    const addresses = Object.keys(document.paths);
    for (const address of [endpoint, '/.well-known/jwks.json', '/healthz', '/readyz']) {
      assert.ok(addresses.includes(address), address);
    }
    assert.ok(!addresses.includes('/acknowledgements'));
  });

  it('says of each answer what it is', async () => {
    const { post: operation } = document.paths[endpoint];
    const record = operation.requestBody.content['application/json'].schema;
    assert.deepEqual(Object.keys(makeRecord()).sort(), [...record.required].sort());
    const wrong = await post(server.address, makeRecord({ act: 'agree' }));
    const described = operation.responses[wrong.status].content['application/problem+json'].schema;
    for (const field of described.required) assert.ok(field in wrong.json, field);
  });
});
