/** WordPress from Debian's package, with a database of its own, and the plugin put in place. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyHost, copyPlugin, copyPolicies } from './files.js';
import { ADMIN, PEOPLE } from './people.js';
import { php, PHP, run, start } from './programs.js';

const SETUP = fileURLToPath(new URL('wordpress-setup.php', import.meta.url));

async function database(folder) {
  const data = join(folder, 'mariadb');
  const socket = join(data, 'socket');
  await mkdir(data);
  await run('chown', ['mysql:', data]);
  const own = [`--datadir=${data}`, '--user=mysql'];
  await run('mariadb-install-db', [
    '--no-defaults',
    ...own,
    '--auth-root-authentication-method=normal',
  ]);
  const speak = (sql) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-e', sql]);
  const { stop } = await start(
    'mariadbd',
    ['--no-defaults', ...own, `--socket=${socket}`, '--skip-networking'],
    { ready: () => speak('SELECT 1').then(Boolean, () => false) },
  );
  await speak('CREATE DATABASE wordpress');
  return { socket, stop };
}

const configuration = ({ socket, address, server }) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('POLICY_ELEMENTS_SERVER', '${server}');
foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $use) {
  define("{$use}_KEY", "only for this test, {$use} key");
  define("{$use}_SALT", "only for this test, {$use} salt");
}
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

export async function startWordPress({ folder, port, server }) {
  const site = join(folder, 'wordpress');
  const address = `http://127.0.0.1:${port}`;
  await chmod(folder, 0o755);
  await copyHost('wordpress', site);
  const plugin = join(site, 'wp-content/plugins/policy-elements');
  await copyPlugin('wordpress/policy-elements', plugin);
  await copyPolicies(site);
  const { socket, stop: stopDatabase } = await database(folder);
  try {
    const receiveAt = (at) =>
      writeFile(join(site, 'wp-config.php'), configuration({ socket, address, server: at }));
    await receiveAt(server);
    const given = JSON.stringify({ site, admin: ADMIN, people: PEOPLE });
    const pages = JSON.parse(await run('php', [...PHP, SETUP, given]));
    const { stop, said } = await php({ folder: site, port });
    const stopAll = async () => {
      await stop();
      await stopDatabase();
    };
    const at = (id) => `${address}/?page_id=${id}`;
    return {
      name: 'wordpress',
      pages: Object.fromEntries(Object.entries(pages).map(([name, id]) => [name, at(id)])),
      plugin,
      receiveAt,
      logged: said,
      signIn,
      embedInEditor: (page, src) => embedInEditor(page, address, src),
      stop: stopAll,
      address,
    };
  } catch (error) {
    await stopDatabase();
    throw error;
  }

  async function signIn(page, { login, password }) {
    await page.goto(`${address}/wp-login.php`);
    // The script of the page empties and focuses the field when it is ready.
    await page.waitForFunction(() => document.activeElement?.id === 'user_login');
    await page.type('#user_login', login);
    await page.type('#user_pass', password);
    await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  }
}

/** Adds the block "Policy" to a new page, fills in the address, and publishes; answers its address. */
async function embedInEditor(page, address, src) {
  await page.goto(`${address}/wp-admin/post-new.php?post_type=page`);
  await page.waitForFunction(() => globalThis.wp?.blocks?.getBlockType('policy-elements/viewer'));
  await page.evaluate(() => {
    const { dispatch } = globalThis.wp.data;
    dispatch('core/edit-post').toggleFeature('welcomeGuide');
    dispatch('core/editor').editPost({ title: 'Written in the editor' });
    const block = globalThis.wp.blocks.createBlock('policy-elements/viewer');
    dispatch('core/block-editor').insertBlocks(block);
  });
  const field = await page.waitForSelector('[data-type="policy-elements/viewer"] input[type=text]');
  await field.type(src);
  return page.evaluate(async () => {
    const { dispatch, select } = globalThis.wp.data;
    dispatch('core/editor').editPost({ status: 'publish' });
    await dispatch('core/editor').savePost();
    return select('core/editor').getPermalink();
  });
}
