import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { proxyIdentity } from '../dist/index.js';
import { endpoint, makeFolder, makeRecord, start } from './helpers.js';
import { freePort } from './support/postgres.js';

const docs = readFileSync(new URL('../../docs/hosts.md', import.meta.url), 'utf8');
const snippet = (language) => new RegExp('```' + language + '\\n([^]*?)```').exec(docs)[1];

function find(...paths) {
  return paths.find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
}
const nginx = find('/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx');
const apache = find('/usr/sbin/apache2', '/usr/sbin/httpd');
const modules = find('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules');
const isRoot = process.getuid?.() === 0;

const hash = createHash('sha1').update('secret').digest('base64');
const passwords = ['nora.peeters', 'hr'].map((name) => `${name}:{SHA}${hash}\n`).join('');

/** The snippet of the docs, with a sign-in by password, and the port the server has here. */
const withSignIn = (text, port, signIn) => {
  assert.ok(text.includes('127.0.0.1:4180') && text.includes('# your sign-in'));
  return text.replace('127.0.0.1:4180', `127.0.0.1:${port}`).replace('# your sign-in', signIn);
};

const proxies = {
  nginx: {
    skip: !nginx && 'NGINX IS NOT INSTALLED HERE',
    configure: (folder, port, behind) => `
      daemon off; pid ${folder}/pid; error_log ${folder}/error.log; ${isRoot ? 'user root;' : ''}
      events {}
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
        server {
          listen 127.0.0.1:${port};
          ${withSignIn(snippet('nginx'), behind, `auth_basic "intranet"; auth_basic_user_file ${folder}/passwords;`)}
        }
      }`,
    run: (file) => spawn(nginx, ['-c', file, '-p', join(file, '..')]),
  },
  Apache: {
    skip: !(apache && modules) && 'APACHE IS NOT INSTALLED HERE',
    configure: (folder, port, behind) => `
      ServerRoot ${folder}
      ServerName 127.0.0.1
      PidFile ${folder}/pid
      ErrorLog ${folder}/error.log
      Listen 127.0.0.1:${port}
      ${isRoot ? 'User www-data\nGroup www-data' : ''}
      ${['mpm_event', 'authn_core', 'authz_core', 'authn_file', 'authz_user', 'auth_basic', 'headers', 'proxy', 'proxy_http'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
      ${withSignIn(snippet('apache'), behind, `AuthType Basic\nAuthName intranet\nAuthUserFile ${folder}/passwords\nRequire valid-user`)}`,
    run: (file) => spawn(apache, ['-f', file, '-DFOREGROUND']),
  },
};

async function startProxy(t, { configure, run }, behind) {
  const folder = await makeFolder(t);
  chmodSync(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, 'passwords'), passwords);
  const file = join(folder, 'proxy.conf');
  await writeFile(file, configure(folder, port, behind));
  const child = run(file);
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.on('close', resolve));
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return `http://127.0.0.1:${port}`;
    await sleep(50);
  }
  throw new Error(`It does not answer: ${said}`);
}

const signedIn = (name) => ({
  authorization: `Basic ${Buffer.from(`${name}:secret`).toString('base64')}`,
});

for (const [name, proxy] of Object.entries(proxies)) {
  describe(`behind ${name}, as docs/hosts.md has it`, { skip: proxy.skip }, () => {
    it('answers are taken from the pages of the site, of who is signed in there', async (t) => {
      const server = await start({
        ...{ basePath: '/policy', trustProxy: ['127.0.0.1'], perMinute: 5 },
        identify: proxyIdentity({
          ...{ addresses: ['127.0.0.1'], idHeader: 'X-Remote-User', nameHeader: 'X-Remote-Name' },
        }),
        mayReview: ({ id }) => id === 'hr',
      });
      t.after(() => server.stop());
      const site = await startProxy(t, proxy, new URL(server.address).port);
      const send = (headers, record = makeRecord()) =>
        fetch(`${site}/policy${endpoint}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': record.id,
            ...headers,
          },
          body: JSON.stringify(record),
        });

      // On plain http a browser says where a page is from, and nothing more.
      const own = await send({ ...signedIn('nora.peeters'), origin: site });
      assert.equal(own.status, 201, await own.text());
      const foreign = { ...signedIn('nora.peeters'), origin: 'http://elsewhere.example' };
      assert.equal((await send(foreign)).status, 403);
      const forged = { ...signedIn('nora.peeters'), 'x-remote-user': 'hr', 'x-remote-name': 'HR' };
      assert.equal((await send(forged)).status, 201);
      assert.deepEqual(
        (await server.store.list(0, 10)).map(({ person }) => person.id),
        ['nora.peeters', 'nora.peeters'],
      );
      assert.equal((await send({ 'x-remote-user': 'hr' })).status, 401);

      // Pages for HR: every link stays below the path, and leads somewhere.
      const headers = signedIn('hr');
      const page = await fetch(`${site}/policy/acknowledgements?lang=nl`, { headers });
      assert.equal(page.status, 200);
      const text = await page.text();
      const links = [...text.matchAll(/(?:href|action)="([^"#]+)"/g)].map(([, link]) =>
        link.replaceAll('&amp;', '&'),
      );
      assert.ok(links.length > 5);
      const inside = links.map((link) => new URL(link, page.url));
      for (const link of inside) assert.match(link.pathname, /^\/policy\//, link.href);
      const some = inside.filter(({ pathname }) => /css|svg|export|people/.test(pathname));
      assert.ok(some.length >= 4, some.join(' '));
      for (const link of some.slice(0, 4)) {
        assert.equal((await fetch(link, { headers })).status, 200, link.href);
      }
      // And they count like everything else.
      const many = await Promise.all(
        Array.from({ length: 6 }, () => fetch(`${site}/policy/acknowledgements`, { headers })),
      );
      assert.ok(many.some(({ status }) => status === 429));
    });
  });
}
