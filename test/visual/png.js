/** Pictures in few colours: half the size, and nobody sees it. */
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const COLOURS = 256;
/** So many stay exactly what they are: surfaces, text, lines. */
const EXACT = 24;
/** Of the rest, which are edges of letters, channels are rounded to this, of 255. */
const STEP = 16;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The same picture in its most frequent colours; any other becomes one near it.
 * @param {Uint8Array} bytes a PNG without transparency
 * @returns {Buffer} a PNG
 */
export function reduced(bytes) {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) colours[at] = data.readUIntBE(at * 4, 3);
  const { palette, indexes } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexes.get(colours[y * width + x]);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for a pixel, each an index of the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paletteOf(colours) {
  const exact = new Set(ranked(colours).slice(0, EXACT));
  const near = (colour) => (exact.has(colour) ? colour : rounded(colour));
  const palette = ranked(colours.map(near)).slice(0, COLOURS);
  const places = new Map(palette.map((colour, at) => [colour, at]));
  const indexes = new Map();
  for (const colour of new Set(colours)) {
    indexes.set(colour, places.get(near(colour)) ?? nearest(palette, colour));
  }
  return { palette, indexes };
}

/** Colours by how many pixels have them; equals in an order of their own, so that bytes are the same. */
function ranked(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
}

const rounded = (colour) =>
  channels(colour)
    .map((value) => Math.min(255, Math.round(value / STEP) * STEP))
    .reduce((whole, value) => (whole << 8) | value, 0);

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette, colour) {
  const distances = palette.map((each) => {
    const other = channels(each);
    return channels(colour).reduce((sum, value, at) => sum + (value - other[at]) ** 2, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
