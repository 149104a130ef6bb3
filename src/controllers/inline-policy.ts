import { LoadError, readJson, type LoadedPolicy } from '../policy/load.js';

type Read = LoadedPolicy | Promise<LoadedPolicy>;

// Elements that name the same block share what was read of it.
const known = new WeakMap<Element, { json: string; read: Read }>();

/**
 * The policy in a block of the page, `<script type="application/json" id="…">`; at once where it was
 * compiled or read before.
 * @throws LoadError
 */
export function readInline(id: string, near: Element): Read {
  const root = near.getRootNode() as Partial<Document>;
  const block = root.getElementById?.(id) ?? near.ownerDocument.getElementById(id);
  if (block) return readBlock(block);
  const { readyState, baseURI } = near.ownerDocument;
  if (readyState === 'loading') return parsed(near.ownerDocument).then(() => readInline(id, near));
  throw new LoadError('missing', `${baseURI}#${id}`);
}

function readBlock(block: Element): Read {
  const json = block.textContent ?? '';
  const before = known.get(block);
  if (before?.json === json) return before.read;
  const read = readJson(json, block.baseURI);
  known.set(block, { json, read });
  // A failure is not kept.
  if (read instanceof Promise) read.catch(() => known.delete(block));
  return read;
}

/** The block may stand below the element, and not have come yet. */
const parsed = (page: Document): Promise<unknown> =>
  new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
