import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Relative addresses: the result can stand anywhere, in a folder of an intranet too.
  viteFinal: (config) => ({ ...config, base: './' }),
} satisfies StorybookConfig;
