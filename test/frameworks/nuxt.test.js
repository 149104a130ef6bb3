/** The packed package in an app of Nuxt. Needs a build, and a registry to install from. */
import { tryServedApp } from './served.js';

tryServedApp('Nuxt', {
  folder: 'nuxt',
  policy: 'server/assets/policy.json',
  snippets: [
    'nuxt.config.ts',
    'components/Policy.vue',
    'server/routes/policy.json.get.ts',
    'pages/rendered.vue',
  ],
  scripts: ['check', 'build'],
  start: (port) => ({
    args: ['.output/server/index.mjs'],
    env: { HOST: '127.0.0.1', PORT: `${port}` },
  }),
  develop: (port) => ({
    args: ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--host', '127.0.0.1', '--port', `${port}`],
  }),
});
