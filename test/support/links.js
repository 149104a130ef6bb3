/** Links of Markdown files to other files beside them. */
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;

/** `page: address` of each link in the Markdown files of a folder that leads to nothing. */
export async function deadLinks(folder) {
  const all = await readdir(folder, { recursive: true });
  const pages = all.filter((name) => name.endsWith('.md') && !name.includes('node_modules'));
  const dead = [];
  for (const page of pages) {
    const file = join(folder, page);
    for (const [, href] of (await readFile(file, 'utf8')).matchAll(LINK)) {
      const target = join(dirname(file), href);
      const found = await access(target).then(
        () => true,
        () => false,
      );
      if (!found) dead.push(`${relative(folder, file)}: ${href}`);
    }
  }
  return { pages: pages.length, dead };
}
