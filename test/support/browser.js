/** Finds a browser on any machine: named, installed, or the one that comes with an npm package. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Launcher } from 'chrome-launcher';
import puppeteer from 'puppeteer-core';
import { launchWebKit } from './webkit.js';

/** Chromium without its windows: the same engine, for a quarter less of the processor. */
const SHELLS = ['/usr/bin/chromium-headless-shell'];
const DEBIAN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = () => {
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
};

/**
 * Where a browser is, and how it has to be started here. The shell draws letters a little otherwise:
 * pictures and pages on paper ask for the `full` browser, which readers have.
 */
export async function findBrowser({ full = false } = {}) {
  // A browser that runs as root has to do without its sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shell = !full && !process.env.CHROME_PATH && SHELLS.find((each) => existsSync(each));
  if (shell) return { executablePath: shell, args: [...QUIET, ...sandbox], headless: 'shell' };
  const path = process.env.CHROME_PATH ?? installed() ?? DEBIAN.find((each) => existsSync(each));
  if (path) return { executablePath: path, args: [...QUIET, ...sandbox], headless: true };
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await chromium.executablePath(),
    args: [...new Set([...chromium.args, ...QUIET, ...sandbox])],
    headless: 'shell',
  };
}

/** Which engine the tests drive; `ENGINE_PATH` is where its browser is. See test/browsers.js. */
export const ENGINE = process.env.ENGINE ?? 'chromium';

/** Calls that WebDriver BiDi has no words for go by a setting of Firefox. */
const FIREFOX = { 'ui.prefersReducedMotion': 1 };

/**
 * A started browser. Options are puppeteer's, and `full`; and `host`: a name that leads to this
 * machine, though not to an address that counts as secure.
 */
export async function launchBrowser({ host, full, extraPrefsFirefox, ...options } = {}) {
  if (ENGINE === 'webkit') {
    const { WEBDRIVER_PORT: port, ENGINE_PATH: path } = process.env;
    return launchWebKit({ port, path });
  }
  if (ENGINE === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.ENGINE_PATH,
      headless: true,
      extraPrefsFirefox: {
        ...FIREFOX,
        ...(host && { 'network.dns.localDomains': host }),
        ...extraPrefsFirefox,
      },
    });
  }
  const found = await findBrowser({ full });
  const rules = host ? [`--host-resolver-rules=MAP ${host} 127.0.0.1`] : [];
  const args = [...found.args, ...rules, ...(options.args ?? [])];
  return puppeteer.launch({ ...found, ...options, args });
}

/** A started browser that allows no page to store anything, cookies included. */
export async function launchWithoutStorage() {
  if (ENGINE === 'firefox')
    return launchBrowser({ extraPrefsFirefox: { 'network.cookie.cookieBehavior': 2 } });
  const folder = await mkdtemp(join(tmpdir(), 'policy-elements-'));
  await mkdir(join(folder, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  // The shell keeps no such settings.
  const browser = await launchBrowser({ full: true, userDataDir: folder });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}

/** A started browser that runs no scripts of pages. */
export async function launchWithoutScripts() {
  if (ENGINE === 'firefox')
    return launchBrowser({ extraPrefsFirefox: { 'javascript.enabled': false } });
  const browser = await launchBrowser();
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async () => {
    const page = await newPage();
    await page.setJavaScriptEnabled(false);
    return page;
  };
  return browser;
}
