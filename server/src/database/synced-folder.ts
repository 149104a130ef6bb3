import fs from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What Emscripten keeps of a file; `parent` of the root is the root. */
interface FileNode {
  name: string;
  parent: FileNode;
}

interface Stream {
  node: FileNode;
  nfd: number;
}

type Operation<Arguments extends unknown[]> = (...args: Arguments) => unknown;

/** The part of Emscripten's NODEFS by which something is changed on disk. */
interface NodeFileSystem {
  realPath(node: FileNode): string;
  node_ops: {
    mknod: Operation<[FileNode, string, number, number]>;
    rename: Operation<[FileNode, FileNode, string]>;
    unlink: Operation<[FileNode, string]>;
    rmdir: Operation<[FileNode, string]>;
    setattr: Operation<[FileNode, { size?: number }]>;
  };
  stream_ops: {
    write: Operation<[Stream, Uint8Array, number, number, number]>;
    setattr?: Operation<[Stream, { size?: number }]>;
  };
}

/** The disk did not take what was written: nothing from now on may be called recorded. */
export class NotSyncedError extends Error {
  override name = 'NotSyncedError';
  // Told as a passing fault: sent again later, to a server that was started anew.
  readonly code = '57P03';
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function syncNow(path: string): void {
  let file: number;
  try {
    file = fs.openSync(path, 'r');
  } catch (error) {
    if (isGone(error)) return;
    throw error;
  }
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** As `syncNow`, while the process goes on with other things. */
function sync(path: string): Promise<void> {
  return new Promise((done, fail) => {
    fs.open(path, 'r', (cause, file) => {
      if (cause) return isGone(cause) ? done() : fail(cause);
      fs.fsync(file, (error) => {
        fs.close(file, () => (error ? fail(error) : done()));
      });
    });
  });
}

const simultaneous = 16;

async function syncAll(paths: Iterable<string>): Promise<void> {
  const waiting = [...paths];
  const worker = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await sync(path);
  };
  await Promise.all(Array.from({ length: simultaneous }, worker));
}

/**
 * The folder of an embedded PostgreSQL, on disk as PostgreSQL believes it to be. PGlite leaves out
 * every sync that PostgreSQL asks for, so that a power cut loses what was committed, or all of it.
 * Here they are made up for, by the rules of PostgreSQL itself:
 *
 * 1. the write-ahead log is on disk before a statement is answered ({@link syncToFs});
 * 2. it is on disk before any page that it describes is written;
 * 3. pages are on disk before `pg_control` says that the log before them is not needed any more;
 * 4. a file that takes another's name is on disk before, and its name is after.
 */
export class SyncedFolder extends NodeFS {
  readonly #log = new Set<string>();
  readonly #pages = new Set<string>();
  readonly #folders = new Set<string>();
  /** While a folder is being filled for the first time, nothing counts until all of it is there. */
  #filling: boolean;
  #broken: unknown;
  /** Bytes of the log since the last checkpoint. */
  logged = 0;

  constructor(folder: string, { filling = false } = {}) {
    super(folder);
    this.#filling = filling;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const watch = (module: object): void =>
      this.#watch((module as { NODEFS: NodeFileSystem }).NODEFS);
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), watch] },
    };
  }

  /** PGlite waits for this after each statement. */
  override async syncToFs(): Promise<void> {
    this.requireSound();
    if (this.#filling) return;
    try {
      await this.#syncLog();
    } catch (error) {
      throw this.#breaks(error);
    }
  }

  /** Everything that was written is on disk; from now on the rules above hold. */
  async filled(): Promise<void> {
    await syncAll([...this.#log, ...this.#pages]);
    await syncAll(this.#folders);
    for (const changed of [this.#log, this.#pages, this.#folders]) changed.clear();
    this.#filling = false;
  }

  /** @throws NotSyncedError where the disk failed before: what is in memory is not on it. */
  requireSound(): void {
    if (this.#broken !== undefined) throw this.#breaks(this.#broken);
  }

  #breaks(cause: unknown): NotSyncedError {
    this.#broken ??= cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    return new NotSyncedError(
      `The disk did not take what was written (${why}). Nothing is recorded until the server is started anew.`,
      { cause },
    );
  }

  async #syncLog(): Promise<void> {
    if (this.#log.size === 0 && this.#folders.size === 0) return;
    const [files, folders] = [[...this.#log], [...this.#folders]];
    this.#log.clear();
    this.#folders.clear();
    await syncAll(files);
    await syncAll(folders);
  }

  #syncNow(...changed: Set<string>[]): void {
    for (const paths of changed) {
      for (const path of paths) syncNow(path);
      paths.clear();
    }
  }

  #isLog(path: string): boolean {
    return relative(resolve(this.rootDir), path).split(/[\\/]/)[0] === 'pg_wal';
  }

  /** Before a page, or its absence, is written. */
  #beforePages(): void {
    if (!this.#filling && this.#log.size > 0) this.#syncNow(this.#log);
  }

  #changes(path: string): void {
    if (this.#isLog(path)) this.#log.add(path);
    else this.#pages.add(path);
  }

  #watch(nodefs: NodeFileSystem): void {
    const pathOf = (node: FileNode): string => resolve(nodefs.realPath(node));
    const guard = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        // Emscripten has errors of its own for the calls themselves: those PostgreSQL understands.
        if (error instanceof Error && 'syscall' in error) throw this.#breaks(error);
        throw error;
      }
    };
    this.#watchFiles(nodefs, pathOf, guard);
    this.#watchNames(nodefs, pathOf, guard);
  }

  #watchFiles(
    { stream_ops: streams, node_ops: nodes }: NodeFileSystem,
    pathOf: (node: FileNode) => string,
    guard: (work: () => unknown) => unknown,
  ): void {
    const control = join(resolve(this.rootDir), 'global', 'pg_control');
    const { write } = streams;
    streams.write = (stream, ...args) =>
      guard(() => {
        const path = pathOf(stream.node);
        const isControl = path === control && !this.#filling;
        if (isControl) this.#syncNow(this.#log, this.#pages, this.#folders);
        else if (!this.#isLog(path)) this.#beforePages();
        const written = write(stream, ...args);
        if (isControl) {
          fs.fsyncSync(stream.nfd);
          this.logged = 0;
        } else this.#changes(path);
        if (this.#isLog(path)) this.logged += written as number;
        return written;
      });
    const cut = <Where>(
      own: Operation<[Where, { size?: number }]>,
      node: (at: Where) => FileNode,
    ) =>
      ((where: Where, attributes: { size?: number }) =>
        guard(() => {
          if (attributes.size === undefined) return own(where, attributes);
          const path = pathOf(node(where));
          if (!this.#isLog(path)) this.#beforePages();
          const done = own(where, attributes);
          this.#changes(path);
          return done;
        })) satisfies Operation<[Where, { size?: number }]>;
    nodes.setattr = cut(nodes.setattr, (node) => node);
    if (streams.setattr) streams.setattr = cut(streams.setattr, ({ node }) => node);
  }

  #watchNames(
    { node_ops: nodes }: NodeFileSystem,
    pathOf: (node: FileNode) => string,
    guard: (work: () => unknown) => unknown,
  ): void {
    const { mknod, rename, unlink, rmdir } = nodes;
    nodes.mknod = (parent, ...args) =>
      guard(() => {
        const node = mknod(parent, ...args);
        this.#folders.add(pathOf(parent));
        this.#changes(pathOf(node as FileNode));
        return node;
      });
    nodes.rename = (node, folder, name) =>
      guard(() => {
        const [from, to] = [pathOf(node), join(pathOf(folder), name)];
        const [before, after] = [join(from, '..'), pathOf(folder)];
        if (!this.#filling) {
          this.#beforePages();
          for (const changed of [this.#log, this.#pages]) if (changed.delete(from)) syncNow(from);
        }
        const done = rename(node, folder, name);
        for (const changed of [this.#log, this.#pages]) if (changed.delete(from)) changed.add(to);
        for (const path of [before, after]) this.#folders.add(path);
        if (!this.#filling) this.#syncNow(this.#folders);
        return done;
      });
    const remove = (own: typeof unlink): typeof unlink =>
      ((parent, name) =>
        guard(() => {
          this.#beforePages();
          const done = own(parent, name);
          const path = join(pathOf(parent), name);
          for (const changed of [this.#log, this.#pages, this.#folders]) changed.delete(path);
          this.#folders.add(pathOf(parent));
          return done;
        })) satisfies typeof unlink;
    nodes.unlink = remove(unlink);
    nodes.rmdir = remove(rmdir);
  }
}
