/** What the page around and the frame say to each other, by `postMessage`. */

/** The frame: I am there. Told to anybody, and tells nothing. */
export const READY = 'policy-frame-ready';
/** The page around, to the frame: I listen, and you know my origin. */
export const HELLO = 'policy-frame-hello';
/** The frame, to a page it trusts: how high my content is, in CSS pixels. */
export const HEIGHT = 'policy-frame-height';

const LEAST = 80;
const MOST = 200_000;

/** The kind of a message, where it has one. Anybody may send anything. */
export function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null ? (data as { type?: unknown }).type : undefined;
}

/** A height that can be given to a frame, where the message holds one. */
export function heightOf(data: unknown): number | undefined {
  if (kindOf(data) !== HEIGHT) return undefined;
  const { height } = data as { height?: unknown };
  if (typeof height !== 'number' || !Number.isFinite(height) || height <= 0) return undefined;
  return Math.min(Math.max(Math.ceil(height), LEAST), MOST);
}
