/**
 * Keeps a journal of what Node writes in a folder, and of what it syncs. `image` tells what would be
 * there after a power cut: of every file what was synced, under the names that were synced. What was
 * not may be on disk as well, in any order: `luck` says how much of it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join, resolve, sep } from 'node:path';

const file = (data = Buffer.alloc(0)) => ({ kind: 'file', synced: data, pending: [] });
const folder = () => ({ kind: 'folder', live: new Map(), synced: new Map() });

function load(path) {
  const node = folder();
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    const child = entry.isDirectory() ? load(inner) : file(fs.readFileSync(inner));
    node.live.set(entry.name, child);
  }
  node.synced = new Map(node.live);
  return node;
}

function apply(data, { at, bytes, size }) {
  if (size !== undefined) {
    const cut = Buffer.alloc(size);
    data.copy(cut, 0, 0, Math.min(size, data.length));
    return cut;
  }
  const whole = at + bytes.length > data.length ? Buffer.alloc(at + bytes.length) : data;
  if (whole !== data) data.copy(whole);
  bytes.copy(whole, at);
  return whole;
}

/** Call it before anything of the folder is open; `stop` gives Node its own functions back. */
export function keepJournal(root) {
  const top = resolve(root);
  const tree = load(top);
  const open = new Map();
  const counts = { writes: 0, syncs: 0 };
  const original = { ...fs };

  const isInside = (path) =>
    typeof path === 'string' && `${resolve(path)}${sep}`.startsWith(top + sep);
  const find = (path) => {
    if (!isInside(path)) return undefined;
    const parts = resolve(path).slice(top.length).split(sep).filter(Boolean);
    return parts.reduce((node, part) => node?.live?.get(part), tree);
  };
  const enter = (path, node) => find(dirname(path))?.live.set(basename(path), node);
  const settle = (fd) => {
    const node = open.get(fd);
    if (!node) return;
    counts.syncs += 1;
    if (node.kind === 'folder') node.synced = new Map(node.live);
    else node.synced = node.pending.splice(0).reduce(apply, node.synced);
  };
  const write = (node, change) => {
    counts.writes += 1;
    node.pending.push(change);
  };
  const sizeOf = (node) =>
    node.pending.reduce(
      (size, change) => change.size ?? Math.max(size, change.at + change.bytes.length),
      node.synced.length,
    );
  const opened = (path, flags, fd) => {
    if (!isInside(path)) return;
    const creates = typeof flags === 'number' && flags & fs.constants.O_CREAT;
    if (!find(path) && creates) enter(path, file());
    const node = find(path);
    if (!node) return;
    if (typeof flags === 'number' && flags & fs.constants.O_TRUNC) write(node, { size: 0 });
    open.set(fd, node);
  };

  const after = {
    openSync: (fd, path, flags) => opened(path, flags, fd),
    closeSync: (_, fd) => open.delete(fd),
    fsyncSync: (_, fd) => settle(fd),
    fdatasyncSync: (_, fd) => settle(fd),
    ftruncateSync: (_, fd, size = 0) => open.get(fd) && write(open.get(fd), { size }),
    truncateSync: (_, path, size = 0) => find(path) && write(find(path), { size }),
    mkdirSync: (_, path) => isInside(path) && enter(path, folder()),
    unlinkSync: (_, path) => find(dirname(path))?.live.delete(basename(path)),
    rmdirSync: (_, path) => find(dirname(path))?.live.delete(basename(path)),
    renameSync: (_, from, to) => {
      const node = find(from);
      if (!node) return;
      find(dirname(from)).live.delete(basename(from));
      enter(to, node);
    },
    linkSync: (_, from, to) => enter(to, find(from)),
    writeFileSync: (_, path, data) => {
      if (!isInside(path)) return;
      if (!find(path)) enter(path, file());
      write(find(path), { size: 0 });
      if (data.length > 0) write(find(path), { at: 0, bytes: Buffer.from(data) });
    },
  };
  for (const [name, note] of Object.entries(after)) {
    fs[name] = (...args) => {
      const result = original[name](...args);
      note(result, ...args);
      return result;
    };
  }
  fs.writeSync = (fd, buffer, offset, length, position) => {
    const node = open.get(fd);
    const bytes = node && Buffer.from(buffer.subarray(offset, offset + length));
    const at = node && (typeof position === 'number' ? position : sizeOf(node));
    const written = original.writeSync(fd, buffer, offset, length, position);
    if (node) write(node, { at, bytes: bytes.subarray(0, written) });
    return written;
  };
  const later = (name, note) => {
    fs[name] = (...args) => {
      const told = args.pop();
      original[name](...args, (error, result) => {
        if (!error) note(result, ...args);
        told(error, result);
      });
    };
  };
  later('open', (fd, path, flags) => opened(path, flags, fd));
  later('close', (_, fd) => open.delete(fd));
  later('fsync', (_, fd) => settle(fd));
  later('fdatasync', (_, fd) => settle(fd));
  const changed = [...Object.keys(after), 'writeSync', 'open', 'close', 'fsync', 'fdatasync'];
  syncBuiltinESMExports();

  const copy = (node, luck) =>
    node.kind === 'file'
      ? node.pending.filter(luck).reduce(apply, Buffer.from(node.synced))
      : new Map([...node.synced].map(([name, child]) => [name, copy(child, luck)]));
  return {
    counts,
    /** @param luck whether a write that was not synced is on disk all the same */
    image: (luck = () => false) => copy(tree, luck),
    stop() {
      for (const name of changed) fs[name] = original[name];
      syncBuiltinESMExports();
    },
  };
}

/** Makes the folder that a power cut left. */
export function restore(image, path) {
  fs.mkdirSync(path, { mode: 0o700 });
  for (const [name, child] of image) {
    const inner = join(path, name);
    if (child instanceof Map) restore(child, inner);
    else fs.writeFileSync(inner, child, { mode: 0o600 });
  }
}
