import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-reporting',
  component: 'policy-reporting',
  tags: ['autodocs'],
  render: drawSection('policy-reporting'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const withItems = (items: readonly object[]): object => ({
  ...sample,
  sections: [
    {
      id: 'reporting',
      type: 'reporting',
      title: { nl: 'Melden', fr: 'Signaler', en: 'Reporting' },
      items,
    },
  ],
});

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No channels yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** Nothing is said about staying anonymous, and nobody can be reached. */
export const Bare: Story = {
  args: {
    policy: withItems([
      {
        id: 'box',
        title: { nl: 'De bus', fr: 'La boîte', en: 'The box' },
        description: { nl: 'In de gang.', fr: 'Dans le couloir.', en: 'In the corridor.' },
      },
    ]),
  },
};
