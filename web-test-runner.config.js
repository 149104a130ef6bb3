import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './test/support/browser.js';
import { countingReporter } from './test/support/counting-reporter.js';
import { serverWithMoods } from './test/support/server-with-moods.js';

// Documents nobody here wrote, in the folder that CORPUS names; the tests that need them say so.
const corpus = process.env.CORPUS && resolve(process.env.CORPUS) + sep;
const { executablePath, args, headless } = await findBrowser();

/** `import policy from './x.json'` as bundlers read it; a `fetch` still gets JSON. */
const jsonModules = {
  name: 'json-modules',
  resolveMimeType: ({ path, headers }) =>
    path.endsWith('.json') && headers['sec-fetch-dest'] === 'script' ? 'js' : undefined,
  transform: ({ path, headers, body }) =>
    path.endsWith('.json') && headers['sec-fetch-dest'] === 'script'
      ? `export default ${body}`
      : undefined,
};

const corpusFiles = async (context, next) => {
  if (!context.path.startsWith('/corpus/')) return next();
  const file = corpus && join(corpus, decodeURIComponent(context.path.slice('/corpus/'.length)));
  if (!file?.startsWith(corpus) || !existsSync(file)) context.status = 404;
  else context.body = await readFile(file, 'utf8');
};

const mutations = Number(process.env.MUTATIONS);
const exhaustive = Boolean(process.env.EXHAUSTIVE);

export default {
  files: ['test/component/**/*.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [jsonModules, esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  middleware: [serverWithMoods, corpusFiles],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { executablePath, args, headless },
    }),
  ],
  // A page behind another one is not drawn, and observes nothing.
  concurrency: 1,
  // The full runs are asked for: they take long.
  ...((mutations || exhaustive) && {
    testRunnerHtml: (framework) =>
      `<!doctype html><body><script>globalThis.MUTATIONS = ${mutations || 300}; globalThis.EXHAUSTIVE = ${exhaustive}</script><script type="module" src="${framework}"></script></body>`,
  }),
  // What is waited for comes, on a slow machine too: see `until`.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: mutations || exhaustive ? 7_200_000 : 900_000,
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
};
