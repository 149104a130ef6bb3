import { readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import { minify } from '../scripts/bundle/minify.js';

const read = (name) => readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');

/** The pages, each with its script's name, which carries its content's hash. */
const page = {
  name: 'page',
  generateBundle(_options, bundle) {
    for (const [name, fileName] of [
      ['studio', 'index.html'],
      ['preview', 'preview.html'],
    ]) {
      const entry = Object.values(bundle).find((each) => each.isEntry && each.name === name);
      const source = read(fileName).replace('{{script}}', `/studio/${entry.fileName}`);
      this.emitFile({ type: 'asset', fileName, source });
    }
    for (const fileName of ['studio.css', 'studio.svg']) {
      this.emitFile({ type: 'asset', fileName, source: read(fileName) });
    }
  },
};

/** A worker is a file of its own, whose name carries its content's hash too. */
const worker = {
  name: 'worker',
  transform(code, id) {
    const found = /new URL\('(\.\/[\w-]+-worker)\.js', import\.meta\.url\)/.exec(code);
    if (!found) return null;
    const file = this.emitFile({ type: 'chunk', id: `${found[1]}.js`, importer: id });
    return code.replace(found[0], `new URL(import.meta.ROLLUP_FILE_URL_${file})`);
  },
};

/**
 * What is fetched when it is wanted, over a line that may break: asked for once more, under a name
 * of its own, as a browser may keep the failure of an address.
 */
const again = {
  name: 'again',
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId && {
      left: '((n)=>import(n).catch(()=>import(n+"?again="+Date.now())))(',
      right: ')',
    },
};

export default {
  input: { studio: 'dist/modules/main.js', preview: 'dist/modules/preview-page.js' },
  output: {
    dir: 'dist/app',
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'part-[hash].js',
    generatedCode: 'es2015',
  },
  plugins: [resolve({ browser: true }), minify(false), worker, again, page],
  onwarn(warning, warn) {
    if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED')
      warn(warning);
  },
};
