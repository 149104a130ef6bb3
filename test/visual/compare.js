/** Whether a picture still is what it was. */
import { PNG } from 'pngjs';
import { difference } from '../e2e/pictures.js';

/** The share of pixels that may differ: every Chromium draws the edges of letters a little otherwise. */
const TOLERANCE = 0.005;
/** How unlike a pixel may be, for the same reason. */
const THRESHOLD = 0.2;
/** The share of pixels whose colour may differ where it is even: there no Chromium differs. */
const EVEN_TOLERANCE = 0.0002;
/** How unlike a channel may be, of 255: more than a kept picture rounds. */
const EVEN_THRESHOLD = 10;
/** Pixels by which one may be taller or shorter. */
const LEEWAY = 2;

/**
 * @param {Uint8Array} before a PNG
 * @param {Uint8Array} after a PNG
 * @returns {{ why: string, picture?: Uint8Array } | undefined} what differs, when it matters
 */
export function compare(before, after) {
  const [a, b] = [before, after].map((bytes) => PNG.sync.read(Buffer.from(bytes)));
  if (a.width !== b.width || Math.abs(a.height - b.height) > LEEWAY) {
    return difference(before, after);
  }
  const height = Math.min(a.height, b.height);
  const parts = [a, b].map((picture) => cropped(picture, height));
  const { share, why, picture } = difference(...parts.map((part) => PNG.sync.write(part)), {
    threshold: THRESHOLD,
  });
  const colours = evenDifference(...parts);
  if (share <= TOLERANCE && colours <= EVEN_TOLERANCE) return undefined;
  const percent = (part) => `${(part * 100).toFixed(2)} %`;
  return {
    why: `${percent(share)} differs (${why}), and ${percent(colours)} in colour alone`,
    picture,
  };
}

/** The share of pixels that are as their neighbours in both pictures, and of another colour. */
function evenDifference(a, b) {
  let count = 0;
  for (let y = 0; y + 1 < a.height; y++) {
    for (let x = 0; x + 1 < a.width; x++) {
      const at = (y * a.width + x) * 4;
      if (unlike(a, b, at) && even(a, at) && even(b, at)) count++;
    }
  }
  return count / (a.width * a.height);
}

const unlike = (a, b, at) =>
  [0, 1, 2].some(
    (channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > EVEN_THRESHOLD,
  );

function even({ data, width }, at) {
  const colour = data.readUInt32BE(at);
  return [4, width * 4, width * 4 + 4].every((step) => data.readUInt32BE(at + step) === colour);
}

function cropped(picture, height) {
  if (picture.height === height) return picture;
  const part = new PNG({ width: picture.width, height });
  PNG.bitblt(picture, part, 0, 0, picture.width, height, 0, 0);
  return part;
}
