import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define.js';
import manifest from '../custom-elements.json';
import { loadPlatformMarks } from '../src/icons/icon.js';
import { LABEL_LANGUAGES, loadLabels } from '../src/localization/locales.js';
import { loadSentences } from '../src/localization/sentences.js';
import { drawn } from '../stories/support.js';
import { applyTheme, THEMES } from '../stories/themes.js';
import { isBuilt, isForReaders } from './built.js';
import { tellFrames } from './framed.js';

setCustomElementsManifest(manifest);

tellFrames();

const LANGUAGES = [
  { value: 'nl', title: 'Nederlands' },
  { value: 'fr', title: 'Français' },
  { value: 'en', title: 'English' },
];

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { codePanel: true, ...(isBuilt && { stories: { filter: isForReaders } }) },
    options: { storySort: { order: ['Elements', ['policy-viewer']] } },
  },
  initialGlobals: { language: 'nl', scheme: 'light', theme: 'neutral' },
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', title: 'Language', items: LANGUAGES, dynamicTitle: true },
    },
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'mirror',
        title: 'Scheme',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'House style',
      toolbar: {
        icon: 'paintbrush',
        title: 'Theme',
        items: Object.entries(THEMES).map(([value, { title }]) => ({ value, title })),
        dynamicTitle: true,
      },
    },
  },
  // A test looks at what is drawn, not at what is still on its way. The elements load these
  // themselves; their own tests see to that.
  loaders: [
    async () => {
      await Promise.all([...LABEL_LANGUAGES.map(loadLabels), loadSentences(), loadPlatformMarks()]);
      return {};
    },
  ],
  decorators: [
    (story, { globals, viewMode }) => {
      const { documentElement: page } = document;
      // Pages of documentation are English, and say so around every story.
      const isDocs = viewMode === 'docs';
      page.lang = isDocs ? 'en' : globals['language'];
      page.style.colorScheme = globals['scheme'];
      applyTheme(page, globals['theme']);
      return isDocs ? html`<div lang=${globals['language']}>${story()}</div>` : story();
    },
  ],
  afterEach: async ({ canvasElement }) => drawn(canvasElement),
};

export default preview;
