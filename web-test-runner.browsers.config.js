/** The same tests in another engine: `ENGINE=firefox` or `ENGINE=webkit`. See test/browsers.js. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import base from './web-test-runner.config.js';

const { ENGINE, ENGINE_PATH, WEBDRIVER_PORT } = process.env;

const ENGINES = {
  // Over WebDriver BiDi; the launcher is called Chrome's, puppeteer drives both.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: ENGINE_PATH, headless: true },
      createBrowserContext: ({ browser }) => browser.defaultBrowserContext(),
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(WEBDRIVER_PORT),
      path: '/',
      logLevel: 'error',
      automationProtocol: 'webdriver',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: ENGINE_PATH, args: ['--automation'] },
      },
    }),
};

export default { ...base, browsers: ENGINE === 'chromium' ? base.browsers : [ENGINES[ENGINE]()] };
