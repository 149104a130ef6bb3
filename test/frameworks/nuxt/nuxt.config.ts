export default defineNuxtConfig({
  compatibilityDate: '2026-03-01',
  telemetry: false,
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('policy-') } },
});
