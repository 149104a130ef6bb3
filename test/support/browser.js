/** Finds a browser on any machine: named, installed, or the one that comes with an npm package. */
import { existsSync } from 'node:fs';
import { Launcher } from 'chrome-launcher';
import puppeteer from 'puppeteer-core';

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

/** Where a browser is, and how it has to be started here. */
export async function findBrowser() {
  // A browser that runs as root has to do without its sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
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

/** A started browser. Options are puppeteer's. */
export async function launchBrowser(options = {}) {
  const found = await findBrowser();
  const args = [...found.args, ...(options.args ?? [])];
  return puppeteer.launch({ ...found, ...options, args });
}
