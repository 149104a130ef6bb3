/** DokuWiki from Debian's package, on files, with the plugin put in place. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyHost, copyPlugin, copyPolicies } from './files.js';
import { ADMIN, PEOPLE } from './people.js';
import { php, PHP, run } from './programs.js';

const PAGES = {
  policy:
    '====== Our policy ======\n\n<policy-viewer src="/policies/social-media.json" lang="nl" endpoint="https://elsewhere.example/">[[/policies/social-media.pdf|Lees het beleid]]</policy-viewer>\n',
  questions:
    '====== What people ask ======\n\n<policy-faq src="/policies/social-media.json" lang="fr" />\n',
  elsewhere: '<policy-viewer src="//elsewhere.example/policy.json">x</policy-viewer>\n',
};

// Debian's package keeps the configuration elsewhere; here everything is in one folder.
const PRELOAD = `<?php
define('DOKU_CONF', __DIR__ . '/../conf/');
define('DOKU_MAIN_CONF', DOKU_CONF);
`;

const local = (server) => `<?php
$conf['title'] = 'Intranet';
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['savedir'] = './data';
$conf['updatecheck'] = 0;
$conf['plugin']['policyelements']['server'] = '${server}';
`;

/** Another one than in the other hosts: who confirmed there is not asked again here. */
const loginOf = ({ login }) => `wiki.${login}`;

const FOLDERS = [
  ...['attic', 'cache', 'index', 'locks', 'log', 'media', 'media_attic', 'media_meta', 'meta'],
  ...['pages', 'tmp'],
];

async function hash(password) {
  const said = await run('php', [
    ...PHP,
    '-r',
    'echo password_hash($argv[1], PASSWORD_BCRYPT);',
    password,
  ]);
  return said.trim();
}

async function configure(site, server) {
  const conf = join(site, 'conf');
  await cp('/etc/dokuwiki', conf, { recursive: true, filter: (path) => !/auth\.php$/.test(path) });
  await writeFile(join(site, 'inc/preload.php'), PRELOAD);
  await writeFile(join(conf, 'local.php'), local(server));
  await writeFile(join(conf, 'acl.auth.php'), '*\t@ALL\t1\n*\t@user\t8\n');
  const users = await Promise.all(
    [ADMIN, ...PEOPLE.map((person) => ({ ...person, login: loginOf(person) }))].map(
      async ({ login, name, mail, password }) =>
        `${login}:${await hash(password)}:${name}:${mail}:user${login === 'admin' ? ',admin' : ''}\n`,
    ),
  );
  await writeFile(join(conf, 'users.auth.php'), users.join(''));
  for (const name of FOLDERS) await mkdir(join(site, 'data', name), { recursive: true });
}

export async function startDokuWiki({ folder, port, server }) {
  const site = join(folder, 'dokuwiki');
  const address = `http://127.0.0.1:${port}`;
  await copyHost('dokuwiki', site);
  await configure(site, server);
  const plugin = join(site, 'lib/plugins/policyelements');
  await copyPlugin('dokuwiki/policyelements', plugin);
  await copyPolicies(site);
  for (const [name, text] of Object.entries(PAGES)) {
    await writeFile(join(site, 'data/pages', `${name}.txt`), text);
  }
  const { stop } = await php({ folder: site, port });
  const of = (id) => `${address}/doku.php?id=${id}`;
  return {
    name: 'dokuwiki',
    address,
    plugin,
    receiveAt: (at) => writeFile(join(site, 'conf/local.php'), local(at)),
    logged: async () => {
      const folder = join(site, 'data/log/error');
      const files = await readdir(folder).catch(() => []);
      return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join();
    },
    pages: { tag: of('policy'), part: of('questions'), elsewhere: of('elsewhere') },
    stop,
    recordedAs: loginOf,
    signIn: async (page, person) => {
      await page.goto(`${of('policy')}&do=login`);
      await page.type('#dw__login input[name=u]', loginOf(person));
      await page.type('#dw__login input[name=p]', person.password);
      await Promise.all([page.waitForNavigation(), page.click('#dw__login button[type=submit]')]);
    },
  };
}
