/** A tab with the studio's own model in it, which can be closed as a browser closes one that crashes. */
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const ENTRY = `
export { api } from './api/client.js';
export { DraftSession } from './model/session.js';
export { digestValue, readField } from '@policy-elements/authoring';
`;
/** Somebody who waits as long as people do would be here for days. */
const HASTE = 20;

let code;
const bundled = async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: here('../../../studio/dist/modules') },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'studio',
    define: { 'import.meta.url': '"http://host/studio/studio.js"' },
  });
  return outputFiles[0].text;
};

/** @param person as the server knows them */
export async function openTab({ address, person, storage }) {
  let isOpen = true;
  const never = new Promise(() => {});
  const whileOpen = (answer) => (isOpen ? answer : never);
  const outside = {
    fetch: (path, init) =>
      isOpen
        ? fetch(address + path, {
            ...init,
            headers: { ...init?.headers, cookie: `demo-user=${person}` },
          }).then(whileOpen, (error) => (isOpen ? Promise.reject(error) : never))
        : never,
    setTimeout: (work, time) => setTimeout(() => isOpen && work(), time / HASTE),
    indexedDB: storage.forTab(() => isOpen),
  };
  code ??= bundled();
  const names = Object.keys(outside);
  const make = compileFunction(`${await code}; return studio;`, names);
  const studio = make(...names.map((name) => outside[name]));
  return { ...studio, isOpen: () => isOpen, crash: () => (isOpen = false) };
}
