import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-platforms',
  component: 'policy-platforms',
  tags: ['autodocs'],
  render: drawSection('policy-platforms'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const withItems = (items: readonly object[]): object => ({
  ...sample,
  sections: [
    {
      id: 'platforms',
      type: 'platforms',
      title: { nl: 'Platformen', fr: 'Plateformes', en: 'Platforms' },
      items,
    },
  ],
});

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No platforms yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** Only the good, only the bad, or neither. */
export const OneSide: Story = {
  args: {
    policy: withItems([
      { id: 'one', name: 'LinkedIn', description: { en: 'For work.' }, benefits: { en: 'Jobs.' } },
      { id: 'two', name: 'X', description: { en: 'For news.' }, risks: { en: 'Rumours.' } },
      { id: 'three', name: 'Ello', description: { en: 'Nobody is there any more.' } },
    ]),
    lang: 'en',
  },
};
