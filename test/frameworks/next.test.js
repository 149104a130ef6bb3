/** The packed package in an app of Next.js. Needs a build, and a registry to install from. */
import { tryServedApp } from './served.js';

tryServedApp('Next.js', {
  folder: 'next',
  policy: 'public/policy.json',
  snippets: ['policy.tsx', 'rendered/page.tsx', 'rendered/take-over.tsx'].map(
    (path) => `app/${path}`,
  ),
  scripts: ['build'],
  start: (port) => ({
    args: ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', `${port}`],
  }),
  develop: (port) => ({
    args: ['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', `${port}`],
  }),
});
