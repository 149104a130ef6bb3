/** The interface an element has according to its source: what the manifest is held against. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const LOCAL = /(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g;
// What an element draws with. Other elements it only names, or extends.
const DRAWS = /\/src\/(elements|controllers|icons)\//;
const ELEMENT = /\/src\/elements\/(?:[^/]+|(policy-[a-z]+)\/\1)\.ts$/;

const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const read = (file) => readFile(file, 'utf8');

/** Files that are fetched after an element's first picture, of those it names. */
async function lateOf(file, text) {
  const [, names, to] = /import \{([^}]*)\} from '(\.[^']*)late-modules\.js'/.exec(text) ?? [];
  if (!names) return [];
  const folder = resolve(dirname(file), to);
  const [modules, loaders] = await Promise.all(
    ['late-modules.ts', 'late-loaders.ts'].map((each) => read(`${folder}/${each}`)),
  );
  return names.split(',').map((name) => {
    const [, loader] = new RegExp(`${name.trim()} = [^;]*LateModule\\((\\w+)\\)`).exec(modules);
    const [, path] = new RegExp(`const ${loader}\\b[^;]*import\\('(\\.[^']+)\\.js'\\)`).exec(
      loaders,
    );
    return `${resolve(folder, path)}.ts`;
  });
}

/** An element's file, and those it draws with. */
async function sourcesOf(file, found = new Map()) {
  if (found.has(file)) return found;
  const text = await read(file);
  found.set(file, text);
  for (const late of await lateOf(file, text)) await sourcesOf(late, found);
  for (const path of all(text.replace(/import type [^;]+;/g, ''), LOCAL)) {
    const next = `${resolve(dirname(file), path)}.ts`;
    const extended = /class \w+(?:<.*?>)? extends (\w+)/.exec(text)?.[1];
    const parent =
      extended && new RegExp(`import \\{[^}]*\\b${extended}\\b[^}]*\\} from '${path}.js'`);
    if (DRAWS.test(next) && (!ELEMENT.test(next) || parent?.test(text)))
      await sourcesOf(next, found);
  }
  return found;
}

/** Notes about a section come late for every element; few ask for them. */
function drawnOf(sources) {
  const texts = [...sources.values()];
  const asked = texts.some((text) => /\.gapNote\(/.test(text));
  return [...sources]
    .filter(([file]) => asked || !file.endsWith('/missing-translations.ts'))
    .map(([, text]) => text)
    .join('\n');
}

/** Parts, and events with those of the elements within, as the source of an element has them. */
export async function interfaceOf(file) {
  const source = drawnOf(await sourcesOf(file));
  const nested = [...new Set(all(source, /<(policy-[a-z-]+)\b/g))].map((tag) =>
    resolve(dirname(file), '..', tag, `${tag}.ts`),
  );
  const within = await Promise.all(
    nested.filter((each) => each !== file).map(async (each) => (await interfaceOf(each)).events),
  );
  const events = all(source, /new (Policy\w+Event)\(/g);
  // A heading is a part where it is the title of a section.
  const title = /(?<!=== )'section-title'/.test(source) ? ['heading'] : [];
  const named = all(source, /\bpart="([^"$]+)"/g).flatMap((names) => names.split(' '));
  return {
    parts: new Set([...named, ...title]),
    events: new Set([...events, ...within.flatMap((each) => [...each])]),
  };
}

/** Custom properties a theme may set, as the styles read them. */
export async function themeProperties(files) {
  const texts = await Promise.all(files.map(read));
  return new Set(texts.flatMap((text) => all(text, /var\(\s*(--policy-[a-z-]+)/g)));
}
