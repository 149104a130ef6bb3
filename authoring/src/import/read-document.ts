/** Finds out what a file is by what is in it, and reads it. */
import { type SourceDocument, textOf, wordsOf } from './blocks.js';
import { readDocx } from './docx.js';
import { readHtml } from './html.js';
import { ImportError, LIMITS } from './import-error.js';
import { readMarkdown, readPlainText } from './markdown.js';
import { isZip, Zip } from './zip.js';

export type DocumentType = 'docx' | 'md' | 'html' | 'text';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Reads bytes or text. `type` is needed for text only where its beginning does not tell. */
export function readDocument(input: Uint8Array | string, type?: DocumentType): SourceDocument {
  if (input.length > LIMITS.file) {
    throw new ImportError('too-large', { most: Math.round(LIMITS.file / 1024 / 1024) });
  }
  if (!input.length) throw new ImportError('empty');
  const document = typeof input === 'string' ? readText(input, type) : readBytes(input, type);
  if (!wordsOf(textOf(document.blocks)).length) throw new ImportError('no-text');
  return document;
}

function readBytes(bytes: Uint8Array, type?: DocumentType): SourceDocument {
  if (isZip(bytes)) return readDocx(openZip(bytes));
  refuseOthers(bytes);
  if (type === 'docx') throw new ImportError('damaged');
  return readText(decodeText(bytes), type);
}

function openZip(bytes: Uint8Array): Zip {
  const zip = new Zip(bytes);
  const names = [...zip.entries.keys()];
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\//i) || zip.entries.has('[Content_Types].xml')) {
    if (has(/^xl\//)) throw new ImportError('spreadsheet');
    if (has(/^ppt\//)) throw new ImportError('other-file');
    return zip;
  }
  if (zip.entries.has('mimetype') && has(/^content\.xml$/)) throw new ImportError('opendocument');
  if (has(/\.iwa$/i) || has(/^Index\.zip$/i)) throw new ImportError('pages');
  throw new ImportError('other-file');
}

function refuseOthers(bytes: Uint8Array): void {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, 64 * 1024));
    const odd = new TextDecoder('utf-16le').decode(bytes.subarray(1, 64 * 1024));
    const encrypted = /EncryptedPackage|EncryptionInfo/.test(names + odd) || endsEncrypted(bytes);
    throw new ImportError(encrypted ? 'encrypted' : 'old-word');
  }
  const start = ascii(bytes, 0, 1024);
  if (start.includes('%PDF-')) throw new ImportError('pdf');
  if (start.startsWith('{\\rtf')) throw new ImportError('rtf');
  if (bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes)) throw new ImportError('other-file');
}

/** The directory of an encrypted file may stand at its end. */
const endsEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le')
    .decode(bytes.subarray(Math.max(0, (bytes.length - 256 * 1024) & ~1)))
    .includes('EncryptedPackage');

const isUtf16 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);

/** UTF-8, UTF-16 by its mark, or else what Windows writes. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readText(text: string, type: DocumentType | undefined): SourceDocument {
  const looksLikeHtml =
    /^\s*(<!doctype html|<html|<!--StartFragment|<meta charset|<(p|h[1-6]|div|table|ul|ol)[\s>])/i;
  const kind = type ?? (looksLikeHtml.test(text) ? 'html' : 'md');
  if (kind === 'html') return readHtml(text, { deletions: true });
  return kind === 'text' ? readPlainText(text) : readMarkdown(text);
}
