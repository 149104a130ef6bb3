import { defineConfig } from 'vite';

/** As Microsoft's own bundle has it: what SharePoint brings stays outside, all else is inside. */
export default defineConfig({
  logLevel: 'warn',
  build: {
    lib: { entry: 'src/PolicyWebPart.ts', formats: ['es'], fileName: 'policy-web-part' },
    rollupOptions: {
      external: /^(@microsoft\/|PolicyWebPartStrings$)/,
      output: { codeSplitting: false },
    },
  },
});
