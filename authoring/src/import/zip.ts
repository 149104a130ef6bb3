/** Reads parts of a zip, and never more of one than it may hold, whatever its directory says. */
import { Inflate } from 'fflate';
import { ImportError, LIMITS } from './import-error.js';

export interface Entry {
  name: string;
  size: number;
  packed: number;
  encrypted: boolean;
  method: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
// Small steps: what one of them inflates to, at a thousand times its size, is all that is held.
const STEP = 16 * 1024;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

export class Zip {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.entries = this.#directory();
    } catch (cause) {
      throw cause instanceof ImportError ? cause : new ImportError('damaged');
    }
  }

  #directory(): Map<string, Entry> {
    const end = this.#end();
    const count = this.#view.getUint16(end + 10, true);
    if (count > LIMITS.entries) throw new ImportError('inflates');
    let at = this.#view.getUint32(end + 16, true);
    const entries = new Map<string, Entry>();
    for (let index = 0; index < count; index++) {
      if (this.#view.getUint32(at, true) !== CENTRAL) throw new ImportError('damaged');
      const lengths = [28, 30, 32].map((field) => this.#view.getUint16(at + field, true));
      const [name = 0, extra = 0, comment = 0] = lengths;
      const entry = this.#entry(at, name);
      // A name that stands twice would be read by one program and not by another.
      if (entries.has(entry.name)) throw new ImportError('damaged');
      entries.set(entry.name, entry);
      at += 46 + name + extra + comment;
    }
    return entries;
  }

  #entry(at: number, nameLength: number): Entry {
    const view = this.#view;
    const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
    return {
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      encrypted: Boolean(view.getUint16(at + 8, true) & 1),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
  }

  #end(): number {
    const least = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= least; at--) {
      if (this.#view.getUint32(at, true) === END) return at;
    }
    throw new ImportError('damaged');
  }

  /** A part by its name; `undefined` where there is none. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.encrypted) throw new ImportError('encrypted');
    if (entry.size > LIMITS.part) throw new ImportError('inflates');
    const { offset, packed } = entry;
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL) {
      throw new ImportError('damaged');
    }
    const start =
      offset +
      30 +
      this.#view.getUint16(offset + 26, true) +
      this.#view.getUint16(offset + 28, true);
    const data = this.#bytes.subarray(start, start + packed);
    if (entry.method === 0) return data;
    if (entry.method !== 8) throw new ImportError('damaged');
    return inflate(data);
  }

  text(name: string): string | undefined {
    const bytes = this.read(name);
    return bytes && decodeXml(bytes);
  }
}

function inflate(data: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((chunk) => {
    size += chunk.length;
    if (size > LIMITS.part) throw new ImportError('inflates');
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < data.length; at += STEP) {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (cause) {
    throw cause instanceof ImportError ? cause : new ImportError('damaged');
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** XML is UTF-8, or says otherwise by its first two bytes. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
