import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-mandates',
  component: 'policy-mandates',
  tags: ['autodocs'],
  render: drawSection('policy-mandates'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const withItems = (items: readonly object[]): object => ({
  ...sample,
  sections: [
    {
      id: 'mandates',
      type: 'mandates',
      title: { nl: 'Wie mag wat', fr: 'Qui peut quoi', en: 'Who may do what' },
      items,
    },
  ],
});

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No mandates yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** All audiences are everybody; columns with nothing in them are left out. */
export const Everybody: Story = {
  args: {
    policy: withItems([
      {
        id: 'share',
        title: { nl: 'Delen', fr: 'Partager', en: 'Share' },
        allowed: 'yes',
        who: sample.audiences.map(({ id }) => id),
      },
    ]),
  },
};
