/** The built stories: made, served, and listened to. */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'storybook-static');
const SOURCES = ['src', 'stories', '.storybook', 'locales', 'package-lock.json'];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Settings of Storybook as its addresses have them. */
export const globalsText = (globals) =>
  Object.entries(globals)
    .map(([key, value]) => `${key}:${value}`)
    .join(';');

/** One of these for an id, and always the same. */
export const choose = (values, id) =>
  values[[...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % values.length];

/* In the page: shows another story, in the settings of the one before, without loading anew. */
export function select(storyId) {
  globalThis.heard = { thrown: [] };
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/* In the page: keeps what Storybook says of the story. A failing play still ends in `storyFinished`. */
export function listen() {
  globalThis.heard = { thrown: [] };
  const hear = (channel) => {
    channel.on('storyFinished', (finished) => (globalThis.heard.finished = finished));
    for (const type of [
      'playFunctionThrewException',
      'storyThrewException',
      'storyErrored',
      'unhandledErrorsWhilePlaying',
    ]) {
      channel.on(type, (error) =>
        globalThis.heard.thrown.push(`${type}: ${error?.message ?? JSON.stringify(error)}`),
      );
    }
    channel.on(
      'storyMissing',
      (id) => (globalThis.heard = { thrown: ['no such story'], finished: { storyId: id } }),
    );
  };
  let channel;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (value) => {
      channel = value;
      hear(value);
    },
  });
}

/** The stories, built unless what is there is newer than all they are made of. */
export async function buildStories() {
  const index = join(built, 'index.json');
  const newest = Math.max(...SOURCES.map((each) => changed(join(root, each))));
  if (!existsSync(index) || statSync(index).mtimeMs <= newest) build();
  const { entries } = JSON.parse(await readFile(index, 'utf8'));
  return Object.values(entries).filter(({ type }) => type === 'story');
}

function build() {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build:storybook'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the stories cannot be built\n${stdout}\n${stderr}`);
}

/** When a file, or the newest in a folder, last changed. What a build writes itself does not count. */
function changed(path) {
  if (!existsSync(path) || path.endsWith('generated')) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/**
 * A server of the built stories, on a port of its own.
 * @param {Record<string, string>} files more of them, by their paths
 * @param {string} head what else stands in the head of a story
 */
export function serveStories(files = {}, head = '') {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    // Browsers ask for it of themselves.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const inside = normalize(join(built, path.endsWith('/') ? `${path}index.html` : path));
    const file = files[path] ?? (inside.startsWith(built) ? inside : '');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (path !== '/iframe.html') return createReadStream(file).pipe(response);
    response.end(readFileSync(file, 'utf8').replace('</head>', () => `${head}</head>`));
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}
