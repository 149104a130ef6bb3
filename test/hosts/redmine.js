/** Redmine from Debian's package, on SQLite, with the plugin put in place. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyHost, copyPlugin, copyPolicies } from './files.js';
import { ADMIN, PEOPLE } from './people.js';
import { run, start } from './programs.js';

const SETUP = fileURLToPath(new URL('redmine-setup.rb', import.meta.url));
const SRC = '/policies/social-media.json';
const PAGES = {
  Policy: `{{policy_viewer(src=${SRC}, lang=nl, endpoint=https://elsewhere.example/)\n"Lees het beleid":/policies/social-media.pdf\n}}`,
  Questions: `What people ask:\n\n{{policy_faq(src=${SRC}, lang=fr)}}`,
  Elsewhere: '{{policy_viewer(src=//elsewhere.example/policy.json)}}',
};

/** Another one than in the other hosts: who confirmed there is not asked again here. */
const loginOf = ({ login }) => `redmine.${login}`;

/** Debian's package has places of its own for what is here in one folder. */
async function configure(site, folder) {
  const gemfile = join(site, 'Gemfile');
  const gems = (await readFile(gemfile, 'utf8')).replaceAll('/usr/share/redmine/', `${site}/`);
  await writeFile(gemfile, gems);
  await writeFile(join(site, 'Gemfile.local'), "gem 'webrick'\n");
  const database = { adapter: 'sqlite3', database: join(folder, 'redmine.sqlite3') };
  await writeFile(
    join(site, 'config/database.yml'),
    JSON.stringify({ production: { ...database, timeout: 20_000 } }),
  );
}

/** A person at a form, without a browser: what the pages set is kept, and sent with what is asked. */
function visitor(address) {
  const cookies = new Map();
  const ask = async (path, options = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(address + path, {
      ...options,
      headers: { cookie, ...options.headers },
      redirect: 'manual',
    });
    for (const each of response.headers.getSetCookie())
      cookies.set(...each.split(';')[0].split(/=(.*)/s, 2));
    return response;
  };
  /** Fills in the form at this path, and sends it. */
  const send = async (path, fields) => {
    const page = await (await ask(path)).text();
    const [, token] = /name="csrf-token" content="([^"]+)"/.exec(page);
    const body = new URLSearchParams({ authenticity_token: token, ...fields });
    const { status } = await ask(path, { method: 'POST', body });
    if (status !== 302) throw new Error(`${path} answered ${status}`);
  };
  return { ask, send };
}

export async function startRedmine({ folder, port, server }) {
  const site = join(folder, 'redmine');
  const address = `http://127.0.0.1:${port}`;
  await copyHost('redmine', site);
  await configure(site, folder);
  const plugin = join(site, 'plugins/policy_elements');
  await copyPlugin('redmine/policy_elements', plugin);
  await copyPolicies(join(site, 'public'));
  await mkdir(join(site, 'tmp'), { recursive: true });
  const log = join(folder, 'redmine.log');
  await writeFile(
    join(site, 'config/additional_environment.rb'),
    `config.logger = ActiveSupport::Logger.new(${JSON.stringify(log)})\n`,
  );
  const people = [ADMIN, ...PEOPLE.map((person) => ({ ...person, login: loginOf(person) }))];
  const options = {
    cwd: site,
    env: {
      ...process.env,
      RAILS_ENV: 'production',
      SECRET_KEY_BASE: 'only-for-this-test'.repeat(4),
      BUNDLE_GEMFILE: join(site, 'Gemfile'),
      GIVEN: JSON.stringify({ people, pages: PAGES, host: address.replace('http://', '') }),
    },
  };
  const bundle = (...args) => run('bundle', ['exec', ...args], options);
  await bundle('rake', 'db:migrate');
  await bundle('rails', 'runner', SETUP);
  const { stop } = await start(
    'bundle',
    ['exec', 'rails', 'server', '-u', 'webrick', '-b', '127.0.0.1', '-p', `${port}`],
    {
      ...options,
      env: { ...options.env, RAILS_SERVE_STATIC_FILES: '1' },
      ready: () =>
        fetch(address, { signal: AbortSignal.timeout(20_000) }).then(
          ({ ok }) => ok,
          () => false,
        ),
    },
  );
  const of = (title) => `${address}/projects/intranet/wiki/${title}`;
  const admin = visitor(address);
  const receiveAt = (at) =>
    admin.send('/settings/plugin/policy_elements', { 'settings[server]': at });
  const { login, password } = ADMIN;
  await admin.send('/login', { username: login, password });
  await receiveAt(server);
  return {
    name: 'redmine',
    address,
    plugin,
    receiveAt,
    logged: () => readFile(log, 'utf8'),
    pages: { tag: of('Policy'), part: of('Questions'), elsewhere: of('Elsewhere') },
    recordedAs: loginOf,
    preview: (page) => preview(page, of('Policy')),
    settings: async (language) => {
      await admin.send('/my/account', { _method: 'put', 'user[language]': language });
      return (await admin.ask('/settings/plugin/policy_elements')).text();
    },
    stop,
    signIn: async (page, person) => {
      await page.goto(`${address}/login`);
      await page.type('#username', loginOf(person));
      await page.type('#password', person.password);
      await Promise.all([page.waitForNavigation(), page.click('#login-submit')]);
    },
  };
}

/** Opens the tab "Preview" while writing. */
async function preview(page, url) {
  await page.goto(`${url}/edit`);
  await page.click('.jstTabs .tab-preview');
}
