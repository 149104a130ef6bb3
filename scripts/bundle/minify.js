/** How the files for browsers are made small. */
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';

/** Names as esbuild gives them, which compress better; all the rest is the other's. */
const shortNames = {
  name: 'short-names',
  async renderChunk(source) {
    const options = { format: 'esm', legalComments: 'inline', target: 'es2022' };
    const { code } = await transform(source, { ...options, minifyIdentifiers: true });
    return { code, map: null };
  },
};

/** @param {RegExp | false} comments those that stay, or none */
export const minify = (comments) => [
  shortNames,
  terser({ format: { comments }, compress: { passes: 3 }, ecma: 2020 }),
];
