import { editDistance } from './edit-distance.js';
/** Names that are made to be taken for another. */

// Letters of other scripts, and figures, that are drawn like a Latin letter.
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  ạ: 'a',
  в: 'b',
  ь: 'b',
  β: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  đ: 'd',
  ɗ: 'd',
  е: 'e',
  ε: 'e',
  ё: 'e',
  є: 'e',
  ҽ: 'e',
  ə: 'e',
  ғ: 'f',
  ƒ: 'f',
  ɡ: 'g',
  ց: 'g',
  һ: 'h',
  н: 'h',
  հ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ї: 'i',
  ɩ: 'i',
  ј: 'j',
  ʝ: 'j',
  к: 'k',
  κ: 'k',
  ӏ: 'l',
  ł: 'l',
  ℓ: 'l',
  ǀ: 'l',
  '|': 'l',
  м: 'm',
  μ: 'm',
  п: 'n',
  η: 'n',
  ո: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  օ: 'o',
  ө: 'o',
  ø: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  զ: 'q',
  г: 'r',
  ř: 'r',
  ѕ: 's',
  ʂ: 's',
  т: 't',
  τ: 't',
  ŧ: 't',
  υ: 'u',
  ս: 'u',
  ц: 'u',
  ѵ: 'v',
  ν: 'v',
  ԝ: 'w',
  ω: 'w',
  ш: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ү: 'y',
  ʏ: 'y',
  ᴢ: 'z',
  ʐ: 'z',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
  $: 's',
  '!': 'i',
  '@': 'a',
};
/** Pairs that read as one letter. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/ii/g, 'u'],
  [/i/g, 'l'],
];

/** A name as the eye takes it in: without accents, marks between words, and tricks of letters. */
export function skeleton(name: string): string {
  const letters = [
    ...name
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}\p{Zs}]/gu, '')
      .toLowerCase(),
  ]
    .map((letter) => DRAWN_ALIKE[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return PAIRS.reduce((text, [pair, letter]) => text.replace(pair, letter), letters);
}

// A shorter word turns up in others by chance.
const LEAST = 4;

/** In what way one name looks like another, if it does: other letters, or more words. */
export function looksLike(name: string, own: string): 'letters' | 'words' | undefined {
  const [one, other] = [skeleton(name), skeleton(own)];
  if (!one || !other) return undefined;
  if (one === other) return 'letters';
  if (other.length < LEAST) return undefined;
  if (one.includes(other)) return 'words';
  const core = coreOf(own);
  if (core && one.includes(core)) return 'words';
  const slips = other.length >= 9 ? 2 : 1;
  if (editDistance(one, other, slips) <= slips) return 'letters';
  return core && core !== other && editDistance(one, core, 1) <= 1 ? 'letters' : undefined;
}

/** The word that tells a name apart: the longest, where it has several. */
function coreOf(own: string): string | undefined {
  const words = own.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > LEAST);
  words.sort((a, b) => b.length - a.length);
  return words[0] && skeleton(words[0]);
}
