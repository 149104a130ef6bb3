import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { address, CONTROLS, drawSection, type SectionArgs } from './support.js';

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

export const Dutch: Story = { args: { lang: 'nl' } };
export const French: Story = { args: { lang: 'fr' } };
export const English: Story = { args: { lang: 'en' } };

/** The server has not answered yet, and there is nothing between the tags. */
export const Loading: Story = { args: { policy: undefined, src: address('never.json') } };

/** What stands between the tags is shown until the policy is. */
export const Fallback: Story = {
  args: { policy: undefined, src: address('never.json'), fallback: 'Lees het beleid (pdf)' },
};

/** No platforms yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** The policy has no section of this type. */
export const Absent: Story = { args: { policy: 'no-sections' } };

export const NotFound: Story = { args: { policy: undefined, src: address('missing.json') } };

/** On a phone. */
export const Narrow: Story = { args: { width: 360 } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** In a page whose own heading is of level 3. */
export const DeepHeading: Story = { args: { headingLevel: 4 } };

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

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
