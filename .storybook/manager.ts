import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

/** States that are there for tests: what is built for readers leaves them out of the list. */
const TESTED =
  /^(Absent|Broken|Deep Heading|Empty|Empty Sections|Few|Many|Narrow|No Endpoint|Not A Policy|Not Json|Poor|Unsound)$/;
const isForReaders = ({ name }: { name: string }) => !TESTED.test(name);
const isBuilt = (globalThis as { CONFIG_TYPE?: string }).CONFIG_TYPE === 'PRODUCTION';

addons.setConfig({
  theme: create({
    base: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    brandTitle: 'Policy Elements',
    brandTarget: '_self',
  }),
  sidebar: { showRoots: true, ...(isBuilt && { filters: { tested: isForReaders } }) },
});
