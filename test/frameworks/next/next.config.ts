import type { NextConfig } from 'next';

const config: NextConfig = {
  turbopack: { root: import.meta.dirname },
  // They are run by Node as they are: their elements for a server are not those for a browser.
  serverExternalPackages: ['policy-elements', '@lit-labs/ssr'],
};
export default config;
