import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';
import { isBuilt, isForReaders } from './built.js';

addons.setConfig({
  theme: create({
    base: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    brandTitle: 'Policy Elements',
    // What is built stands in the site of the docs: a folder within it.
    ...(isBuilt && { brandUrl: '../index.html' }),
    brandTarget: '_self',
  }),
  sidebar: { showRoots: true, ...(isBuilt && { filters: { tested: isForReaders } }) },
});
