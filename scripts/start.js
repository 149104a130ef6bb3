/** `npm start`: an intranet page with the components, and a server behind it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDocsSite } from './docs-site.js';
import { demoRoutes } from './start/routes.js';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const serverEntry = new URL('server/dist/index.js', root);

function fail(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' } } });
    const text = values.port ?? process.env.PORT ?? '4173';
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
    return fail(`The port must be a number from 0 to 65535, not "${text}".`, 2);
  } catch (error) {
    return fail(`${error.message}\nUsage: npm start -- [--port <number>]`, 2);
  }
}

const port = readPort();
const missing = [new URL('policy-elements.js', dist), serverEntry].find((url) => !existsSync(url));
if (missing) {
  fail(`${fileURLToPath(missing)} is not there yet. Run "npm run build" first.`, 1);
}

const server = await import(serverEntry);

/** What the demo shows may be confirmed. An edited sample may not, until it is a new version. */
async function publish(publications, name) {
  try {
    const file = new URL(`stories/policies/${name}`, root);
    await publications.publish(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof server.PublishError)) throw error;
    process.stdout.write(`  ${name}: ${error.message} (Or begin anew: remove .data.)\n`);
  }
}

/** The first time: whom this organisation asks, so that somebody is outstanding. */
async function listPeople(data) {
  const database = await server.openAsOwner({ data });
  try {
    const { people } = server.readPeople(await readFile(new URL('demo/people.csv', root)));
    await server.importPeople(database, people);
  } finally {
    await database.close();
  }
}

process.stdout.write('Opening the records ...\n');
try {
  const data = fileURLToPath(new URL('.data/', root));
  if (!existsSync(data)) await listPeople(data);
  await server.run({
    data,
    port,
    home: '/',
    stylesheet: '/house.css',
    timeZone: 'Europe/Brussels',
    logger: { level: 'warn' },
    prepare: async ({ app, publications }) => {
      for (const name of ['sample-3.0.json', 'sample.json']) await publish(publications, name);
      app.register(demoRoutes, {
        demo: fileURLToPath(new URL('demo/', root)),
        dist: fileURLToPath(dist),
        docs: await makeDocsSite(fileURLToPath(new URL('docs-site/', root))),
        policyFile: fileURLToPath(new URL('stories/policies/sample.json', root)),
        server,
      });
    },
    ready: (address) => {
      process.stdout.write(
        `\n  The intranet      ${address}/\n` +
          `  Its components    ${address}/components.html\n` +
          `  Who confirmed     ${address}/acknowledgements\n` +
          `  The studio        ${address}/studio/\n` +
          `  The docs          ${address}/docs/\n\n` +
          '  Ctrl+C stops it.\n',
      );
    },
  });
} catch (error) {
  const known = error instanceof server.LockedError || error.code;
  fail(`Could not start: ${known ? error.message : error.stack}`, 1);
}
