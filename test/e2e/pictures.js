/** Pictures, compared. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * The share of pixels that differ, 0 to 1; 1 where the sizes do. Edges of letters that are drawn a
 * little otherwise do not count.
 * @param {Uint8Array} one a PNG
 * @param {Uint8Array} other a PNG
 * @param {{ threshold?: number }} options how unlike, 0 to 1, a pixel may be and still be the same
 */
export function difference(one, other, { threshold = 0.1 } = {}) {
  const [a, b] = [one, other].map((bytes) => PNG.sync.read(Buffer.from(bytes)));
  const size = `${b.width}x${b.height}`;
  if (a.width !== b.width || a.height !== b.height) {
    return { share: 1, why: `${a.width}x${a.height} has become ${size}`, picture: undefined };
  }
  const marked = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, marked.data, a.width, a.height, { threshold });
  return {
    share: count / (a.width * a.height),
    why: `${count} of ${size} pixels`,
    picture: PNG.sync.write(marked),
  };
}
