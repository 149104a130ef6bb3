/** Writes openapi.json, as the server describes itself. Part of the build; a test holds it. */
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { createPolicyServer } from '../dist/index.js';

const { app } = createPolicyServer({ store: {}, drafts: { images: {} } });
const { body } = await app.inject('/openapi.json');
const file = new URL('../openapi.json', import.meta.url);
await writeFile(file, await format(body, { parser: 'json', printWidth: 100 }));
await app.close();
