/** How the files for browsers are made small. */
import { transform } from 'esbuild';
import { minify as terser } from 'terser';

/** Names as esbuild gives them, which compress better; all the rest is the other's. */
const shortNames = {
  name: 'short-names',
  async renderChunk(source) {
    const options = { format: 'esm', legalComments: 'inline', target: 'es2022' };
    const { code } = await transform(source, { ...options, minifyIdentifiers: true });
    return { code, map: null };
  },
};

/** Here, and not in threads of the plugin: each file would start one, which has all to learn anew. */
const compressed = (comments) => ({
  name: 'compressed',
  async renderChunk(source, _chunk, { format }) {
    const options = { format: { comments }, compress: { passes: 3 }, ecma: 2020 };
    const { code } = await terser(source, { ...options, module: format === 'es' });
    return { code, map: null };
  },
});

/** @param {RegExp | false} comments those that stay, or none */
export const minify = (comments) => [shortNames, compressed(comments)];
