/** What a file is, by its content and not by its name; for Node. */
import { createHash } from 'node:crypto';
import { unsafeInSvg } from './svg.js';

/** Bytes of one image. */
export const IMAGE_LIMIT = 2_000_000;

/** `active`: a drawing that could do something, or ask for something. */
export type ImageFault = 'too-large' | 'not-an-image' | 'active';

export interface SoundImage {
  /** The hash of its bytes, and what it is. */
  name: string;
  type: string;
}

const TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;
type Kind = keyof typeof TYPES;

/** What is sent with an image, so that a browser takes it for nothing else, and runs nothing in it. */
export const imageHeaders = (name: string): Readonly<Record<string, string>> => ({
  'content-type': TYPES[name.split('.').at(-1) as Kind] ?? 'application/octet-stream',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
});

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

function kindOf(bytes: Uint8Array): Kind | undefined {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpg';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  return /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*>\s*)*<svg[\s>]/i.test(
    head,
  )
    ? 'svg'
    : undefined;
}

/** An image that may be shown to readers, or why not. */
export function readImage(bytes: Uint8Array): SoundImage | ImageFault {
  if (bytes.length > IMAGE_LIMIT) return 'too-large';
  const kind = kindOf(bytes);
  if (!kind) return 'not-an-image';
  if (kind === 'svg' && unsafeInSvg(bytes) !== undefined) return 'active';
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { name: `${hash}.${kind}`, type: TYPES[kind] };
}
