/**
 * Compares how the stories look with the pictures kept of them. `--update` takes them anew; any
 * other argument limits it to the pictures whose names contain it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStories } from '../support/stories.js';
import { Camera } from './camera.js';
import { compare } from './compare.js';
import { nameOf, viewsOf } from './list.js';
import { reduced } from './png.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, 'test/visual/pictures');
const failures = join(root, 'screenshots/look');
const REMEDY = 'look at it; if it is meant: npm run test:look -- --update';

const update = process.argv.includes('--update');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const shown = (path) => relative(root, path);

/** Whatever is wrong with a picture, or nothing. */
function judge(name, bytes) {
  const file = join(kept, `${name}.png`);
  const write = (path, content) => (writeFileSync(path, content), shown(path));
  if (update) {
    // One that still passes stays as it is: a change shows what has changed.
    const same = existsSync(file) && !compare(readFileSync(file), bytes);
    if (!same) console.log(`  taken: ${write(file, reduced(bytes))}`);
    return undefined;
  }
  if (!existsSync(file)) {
    const seen = write(join(failures, `${name}.png`), bytes);
    return `has no picture yet; as it is: ${seen}\n    ${REMEDY} ${name}`;
  }
  const fault = compare(readFileSync(file), bytes);
  if (!fault) return undefined;
  const places = [
    `as it was: ${shown(file)}`,
    `as it is:  ${write(join(failures, `${name}.png`), bytes)}`,
    ...(fault.picture
      ? [`differs:   ${write(join(failures, `${name}.difference.png`), fault.picture)}`]
      : []),
  ];
  return [fault.why, ...places, `${REMEDY} ${name}`].join('\n    ');
}

/** Pictures of nothing: nobody would look at them again. */
function leftovers(views) {
  if (only) return [];
  const names = new Set(views.flatMap((view) => view.widths.map((width) => nameOf(view, width))));
  const files = readdirSync(kept).filter((file) => !names.has(file.replace(/\.png$/, '')));
  if (update) for (const file of files) rmSync(join(kept, file));
  return update ? [] : files;
}

const counts = { passed: 0, failed: 0 };
const flaky = [];
const fail = (name, why) => {
  counts.failed++;
  console.log(`  ${name}: ${why}`);
};

const stories = (await buildStories()).map(({ id }) => id);
const views = viewsOf(stories);
rmSync(failures, { recursive: true, force: true });
mkdirSync(failures, { recursive: true });
mkdirSync(kept, { recursive: true });
const camera = await Camera.open();
try {
  for (const view of views) {
    for (const width of view.widths) {
      const name = nameOf(view, width);
      if (!name.includes(only)) continue;
      if (!stories.includes(view.id)) {
        fail(name, `there is no story ${view.id}; test/visual/list.js names it`);
        continue;
      }
      try {
        let why = judge(name, await camera.picture(view, width));
        // On a busy machine one is taken before the page has settled: what differs twice differs.
        if (why) {
          why = judge(name, await camera.picture(view, width));
          if (!why) flaky.push(name);
        }
        if (why) fail(name, why);
        else counts.passed++;
      } catch (error) {
        fail(name, error.message);
      }
    }
  }
} finally {
  await camera.close();
}
for (const file of leftovers(views)) fail(file, `nothing in test/visual/list.js has this picture`);
if (counts.passed + counts.failed === 0) fail(only, 'no picture has this in its name');
for (const name of flaky) console.log(`flaky, the same when taken once more: ${name}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
