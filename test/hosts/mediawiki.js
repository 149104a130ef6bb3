/** MediaWiki from Debian's package, on SQLite, with the extension put in place. */
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyHost, copyPlugin, copyPolicies } from './files.js';
import { ADMIN, PEOPLE } from './people.js';
import { php, PHP, run } from './programs.js';

const PAGES = {
  Policy:
    '<policy-viewer src="/policies/social-media.json" lang="nl" endpoint="https://elsewhere.example/">[{{SERVER}}/policies/social-media.pdf Lees het beleid]</policy-viewer>',
  Questions: 'What people ask:\n\n<policy-faq src="/policies/social-media.json" lang="fr" />',
  Elsewhere: '<policy-viewer src="//elsewhere.example/policy.json">x</policy-viewer>',
};

const settings = (server, log) => `
wfLoadExtension( 'PolicyElements' );
$wgPolicyElementsServer = '${server}';
$wgGroupPermissions['*']['edit'] = false;
$wgJobRunRate = 0;
$wgShowExceptionDetails = true;
$wgDebugLogGroups['PolicyElements'] = '${log}';
`;

export async function startMediaWiki({ folder, port, server }) {
  const site = join(folder, 'mediawiki');
  const address = `http://127.0.0.1:${port}`;
  const data = join(folder, 'mediawiki-data');
  await mkdir(data);
  await copyHost('mediawiki', site);
  const plugin = join(site, 'extensions/PolicyElements');
  await copyPlugin('mediawiki/PolicyElements', plugin);
  await copyPolicies(site);
  const env = { ...process.env, MW_INSTALL_PATH: site };
  const maintain = (script, ...args) =>
    run('php', [...PHP, join(site, 'maintenance', script), ...args], { cwd: site, env });
  const own = ['--dbtype', 'sqlite', '--dbname', 'wiki', '--dbpath', data];
  const at = ['--server', address, '--scriptpath', ''];
  await maintain('install.php', ...own, ...at, '--pass', ADMIN.password, 'Intranet', 'Admin');
  const log = join(data, 'policy-elements.log');
  const set = (text) => appendFile(join(site, 'LocalSettings.php'), text);
  await set(settings(server, log));
  for (const { login, password } of PEOPLE) {
    await maintain('createAndPromote.php', userName(login), password);
  }
  for (const [title, text] of Object.entries(PAGES)) {
    const file = join(folder, `${title}.wiki`);
    await writeFile(file, text);
    await run(
      'sh',
      [
        '-c',
        'exec php "$1" --user Admin "$2" < "$3"',
        'sh',
        join(site, 'maintenance/edit.php'),
        title,
        file,
      ],
      { cwd: site, env },
    );
  }
  const { stop } = await php({ folder: site, port, env });
  const of = (title) => `${address}/index.php?title=${title}`;
  return {
    name: 'mediawiki',
    address,
    plugin,
    pages: { tag: of('Policy'), part: of('Questions'), elsewhere: of('Elsewhere') },
    shownAs: ({ login }) => userName(login),
    recordedAs: ({ login }) => userName(login).replace(' ', '_'),
    readByMembersOnly: () => set("$wgGroupPermissions['*']['read'] = false;\n"),
    receiveAt: (at) => set(`$wgPolicyElementsServer = '${at}';\n`),
    logged: () => readFile(log, 'utf8').catch(() => ''),
    stop,
    signIn: async (page, { login, password }) => {
      await page.goto(of('Special:UserLogin'));
      await page.type('#wpName1', userName(login));
      await page.type('#wpPassword1', password);
      await Promise.all([page.waitForNavigation(), page.click('#wpLoginAttempt')]);
    },
  };
}

/** Names in a wiki begin with a capital, and may have spaces. */
const userName = (login) => (login[0].toUpperCase() + login.slice(1)).replace('.', ' ');
