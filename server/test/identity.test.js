import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { oidcIdentity, proxyIdentity } from '../dist/index.js';
import { endpoint, get, makeRecord, post, start } from './helpers.js';

const audience = 'policy-server';
const foreign = 'https://elsewhere.example';

/** An issuer with a discovery document and keys, over real HTTP. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const state = { up: true, keys: [jwk], fetched: 0 };
  const server = createServer((request, response) => {
    if (!state.up) return response.writeHead(500).end();
    response.setHeader('content-type', 'application/json');
    const discovery = request.url === '/.well-known/openid-configuration';
    if (!discovery) state.fetched += 1;
    const body = discovery ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: state.keys };
    return response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const token = (claims = {}, { key = privateKey, alg = 'RS256', kid = 'one' } = {}) => {
    const all = { iss: issuer, aud: audience, sub: 'nora', name: 'Nora Peeters', ...claims };
    const jwt = new SignJWT(JSON.parse(JSON.stringify(all))).setProtectedHeader({ alg, kid });
    return (all.exp === undefined ? jwt.setExpirationTime('5m') : jwt).sign(key);
  };
  return { issuer, token, state, jwk, stop: () => server.close() };
}

describe('a token', () => {
  let issuer;
  let server;
  before(async () => {
    issuer = await startIssuer();
    server = await start({
      identify: oidcIdentity({ issuer: issuer.issuer, audience, cookie: 'intranet' }),
      mayReview: ({ groups }) => groups.includes('hr'),
    });
  });
  after(() => {
    issuer?.stop();
    return server?.stop();
  });

  const send = (token, record = makeRecord()) =>
    post(server.address, record, { headers: { authorization: `Bearer ${token}` } });

  it('says who it is, whatever the record says', async () => {
    const answer = await send(await issuer.token(), makeRecord({ subject: 'somebody-else' }));
    assert.equal(answer.status, 201);
    const [kept] = await server.store.list(0, 1);
    assert.deepEqual(kept.person, { id: 'nora', name: 'Nora Peeters' });
  });

  const now = () => Math.floor(Date.now() / 1000);
  const wrong = {
    'of another issuer': () => ({ iss: 'https://elsewhere.example' }),
    'for another audience': () => ({ aud: 'another-service' }),
    'that has expired': () => ({ exp: now() - 60 }),
    'that is not valid yet': () => ({ nbf: now() + 600 }),
    'of nobody': () => ({ sub: undefined }),
    'of an empty name': () => ({ sub: ' ' }),
    'of somebody who is no text': () => ({ sub: ['nora'] }),
  };
  for (const [name, claims] of Object.entries(wrong)) {
    it(`${name} is not believed`, async () => {
      const answer = await send(await issuer.token(claims()));
      assert.equal(answer.status, 401);
      assert.equal(answer.json.error, 'not-signed-in');
    });
  }

  it('within the tolerance of clocks is', async () => {
    assert.equal((await send(await issuer.token({ exp: now() - 10 }))).status, 201);
  });

  it('without a signature, or signed with a key of its own making, is not believed', async () => {
    const claims = { iss: issuer.issuer, aud: audience, sub: 'nora' };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('5m').encode();
    const own = await generateKeyPair('RS256');
    // The public key as a shared secret: the classic confusion.
    const secret = new TextEncoder().encode(JSON.stringify(issuer.jwk));
    const good = await issuer.token();
    for (const token of [
      unsigned,
      await issuer.token({}, { key: own.privateKey }),
      await issuer.token({}, { key: own.privateKey, kid: 'two' }),
      await issuer.token({}, { key: secret, alg: 'HS256' }),
      good.slice(0, -3),
      good.replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"boss"}').toString('base64url')}.`),
      'x',
      '',
    ]) {
      assert.equal((await send(token)).status, 401, token);
    }
  });

  it('may stand in a cookie, which another site cannot ride on', async () => {
    const cookie = `a=b; intranet=${await issuer.token()}`;
    const record = makeRecord();
    const ridden = await post(server.address, record, {
      headers: { cookie, origin: foreign, 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(ridden.status, 403);
    assert.equal(ridden.json.error, 'cross-origin');
    const own = { cookie, origin: server.address, 'sec-fetch-site': 'same-origin' };
    assert.equal((await post(server.address, record, { headers: own })).status, 201);
  });

  it('opens everyone’s answers to the groups that may see them', async () => {
    const page = async (claims) =>
      get(server.address, '/acknowledgements', {
        authorization: `Bearer ${await issuer.token(claims)}`,
      });
    assert.equal((await page({ groups: ['staff'] })).status, 403);
    // One group is a text with some issuers, and a list with others.
    assert.equal((await page({ groups: 'hr' })).status, 200);
    assert.equal((await page({ groups: 'hr,staff' })).status, 403);
    assert.equal((await page({ groups: ['staff', 'hr'] })).status, 200);
  });

  it('is checked by keys that are fetched once, and again when the issuer has a new one', async (t) => {
    const own = await startIssuer();
    t.after(() => own.stop());
    const identify = oidcIdentity({ issuer: own.issuer, audience });
    const whoIs = async (token) =>
      (await identify({ headers: { authorization: `Bearer ${token}` }, log: console }))?.id;
    const old = await own.token();
    for (let turn = 0; turn < 20; turn += 1) assert.equal(await whoIs(old), 'nora');
    assert.equal(own.state.fetched, 1);

    const { privateKey: key, publicKey } = await generateKeyPair('RS256');
    own.state.keys = [
      ...own.state.keys,
      { ...(await exportJWK(publicKey)), kid: 'two', alg: 'RS256', use: 'sig' },
    ];
    const token = await own.token({}, { key, kid: 'two' });
    // Tokens with made-up keys must not make the server ask the issuer each time.
    for (let turn = 0; turn < 20; turn += 1) assert.equal(await whoIs(token), undefined);
    assert.equal(own.state.fetched, 1);
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 11_000 });
    assert.equal(await whoIs(token), 'nora');
    assert.equal(await whoIs(old), 'nora');
    assert.equal(own.state.fetched, 2);
  });

  it('that cannot be checked now may come again', async (t) => {
    issuer.state.up = false;
    t.after(() => (issuer.state.up = true));
    const other = await start({ identify: oidcIdentity({ issuer: issuer.issuer, audience }) });
    t.after(() => other.stop());
    const headers = { authorization: `Bearer ${await issuer.token()}` };
    const record = makeRecord();
    const answer = await post(other.address, record, { headers });
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    issuer.state.up = true;
    assert.equal((await post(other.address, record, { headers })).status, 201);
  });

  it('of a discovery document of another issuer is not believed', async (t) => {
    const elsewhere = `${issuer.issuer}/`;
    const other = await start({ identify: oidcIdentity({ issuer: elsewhere, audience }) });
    t.after(() => other.stop());
    const headers = { authorization: `Bearer ${await issuer.token({ iss: elsewhere })}` };
    assert.equal((await post(other.address, makeRecord(), { headers })).status, 503);
  });
});

describe('a header', () => {
  let server;
  before(async () => {
    const identify = proxyIdentity({
      addresses: ['127.0.0.1', '::1'],
      idHeader: 'X-Remote-User',
      nameHeader: 'X-Remote-Name',
      groupsHeader: 'X-Remote-Groups',
    });
    server = await start({ identify, mayReview: ({ groups }) => groups?.includes('hr') === true });
  });
  after(() => server?.stop());

  /** Sends exactly these lines, which fetch would not. */
  const raw = (lines) =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.address);
      const socket = connect(Number(port), '127.0.0.1');
      const head = [`GET ${endpoint} HTTP/1.1`, 'Host: x', 'Connection: close', ...lines];
      let text = '';
      socket.on('data', (chunk) => (text += chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
      socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
    });

  it('of the proxy says who it is, with a name in UTF-8', async () => {
    const record = makeRecord({ subject: 'boss' });
    const name = Buffer.from('Zoë Peeters, HR').toString('latin1');
    const headers = { 'x-remote-user': 'zoe', 'x-remote-name': name };
    assert.equal((await post(server.address, record, { headers })).status, 201);
    const [kept] = await server.store.list(0, 1);
    assert.deepEqual(kept.person, { id: 'zoe', name: 'Zoë Peeters, HR' });
  });

  const smuggled = {
    'none at all': [],
    'an empty one': ['X-Remote-User:  '],
    'two of them': ['X-Remote-User: nora', 'X-Remote-User: boss'],
    'two that are alike': ['X-Remote-User: nora', 'x-remote-user: nora'],
    'a list with a comma': ['X-Remote-User: nora, boss'],
    'a list without a space': ['X-Remote-User: nora,boss'],
    'one with underscores': ['X_Remote_User: boss'],
    'one with a dot': ['X.Remote.User: boss'],
    'one with words between': ['X-Remote-User: nora boss'],
    'one of the usual others': ['X-Forwarded-User: boss', 'Remote-User: boss'],
  };
  for (const [name, lines] of Object.entries(smuggled)) {
    it(`is not believed: ${name}`, async () => assert.equal(await raw(lines), 401));
  }

  it('keeps to its own spelling, whatever stands beside it', async () => {
    assert.equal(await raw(['X_Remote_User: boss', 'X-REMOTE-USER: nora']), 200);
    for (const line of ['X-Remote-User : boss', ' X-Remote-User: boss', 'X-Remote-User\0: boss']) {
      assert.equal(await raw([line]), 400, JSON.stringify(line));
    }
  });

  it('of anybody else than the proxy is not believed', async (t) => {
    const identify = proxyIdentity({ addresses: ['192.0.2.1'], idHeader: 'X-Remote-User' });
    const other = await start({ identify });
    t.after(() => other.stop());
    // This machine is not the proxy, and cannot say that it is.
    const headers = {
      'x-remote-user': 'boss',
      'x-forwarded-for': '192.0.2.1',
      'x-real-ip': '192.0.2.1',
      forwarded: 'for=192.0.2.1',
    };
    assert.equal((await post(other.address, makeRecord(), { headers })).status, 401);
    assert.equal(await other.store.count(), 0);
  });

  it('is not ridden on by another site', async () => {
    const headers = { 'x-remote-user': 'nora', origin: foreign };
    assert.equal((await post(server.address, makeRecord(), { headers })).status, 403);
  });

  it('of groups opens everyone’s answers', async () => {
    const page = (groups) =>
      get(server.address, '/acknowledgements', {
        'x-remote-user': 'nora',
        'x-remote-groups': groups,
      });
    assert.equal((await page('staff')).status, 403);
    assert.equal((await page('staff, hr')).status, 200);
  });

  it('takes ranges, and no nonsense for them', async () => {
    const request = (address) => ({
      raw: {
        headersDistinct: { 'x-remote-user': ['nora'] },
        socket: { remoteAddress: address },
      },
    });
    const addresses = ['10.1.0.0/16', '2001:db8::/32'];
    const identify = proxyIdentity({ addresses, idHeader: 'X-Remote-User' });
    assert.equal(identify(request('10.1.2.3'))?.id, 'nora');
    assert.equal(identify(request('2001:db8::7'))?.id, 'nora');
    assert.equal(identify(request('::ffff:10.1.2.3'))?.id, 'nora');
    for (const address of ['10.2.0.1', '::ffff:10.2.0.1', '2001:db9::1', '', undefined]) {
      assert.equal(identify(request(address)), undefined);
    }
    for (const wrong of ['10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '10.0.0.0/', '']) {
      assert.throws(() => proxyIdentity({ addresses: [wrong], idHeader: 'X' }), /neither/, wrong);
    }
  });
});

describe('too many requests', () => {
  let server;
  before(async () => {
    const identify = ({ headers }) =>
      headers['x-user'] ? { id: headers['x-user'], name: 'x' } : undefined;
    server = await start({ identify, perMinute: 5 });
  });
  after(() => server?.stop());

  const ask = (user) => get(server.address, endpoint, user ? { 'x-user': user } : {});

  it('of one person are told to wait, and those of others are not', async () => {
    for (let count = 0; count < 5; count += 1) assert.equal((await ask('nora')).status, 200);
    const answer = await post(server.address, makeRecord(), { headers: { 'x-user': 'nora' } });
    assert.equal(answer.status, 429);
    assert.match(answer.type, /problem\+json/);
    assert.equal(answer.json.error, 'too-many');
    const wait = Number(answer.headers.get('retry-after'));
    assert.ok(wait >= 1 && wait <= 60);
    assert.equal((await ask('wout')).status, 200);
  });

  it('of strangers are counted by address, and keep nobody out who signs in elsewhere', async () => {
    for (let count = 0; count < 5; count += 1) assert.equal((await ask()).status, 401);
    assert.equal((await ask()).status, 429);
    const elsewhere = { url: endpoint, headers: { 'x-user': 'ann' }, remoteAddress: '192.0.2.9' };
    assert.equal((await server.server.app.inject(elsewhere)).statusCode, 200);
  });
});
