import { defineConfig } from 'vite';

export default defineConfig({ logLevel: 'warn', oxc: { jsx: { runtime: 'automatic' } } });
