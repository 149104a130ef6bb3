import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-rollout',
  component: 'policy-rollout',
  tags: ['autodocs'],
  render: drawSection('policy-rollout'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const withItems = (items: readonly object[]): object => ({
  ...sample,
  sections: [
    {
      id: 'rollout',
      type: 'rollout',
      title: { nl: 'Invoering', fr: 'Mise en place', en: 'Rollout' },
      items,
    },
  ],
});

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No steps yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** A title and a state are enough. */
export const Bare: Story = {
  args: {
    policy: withItems([
      { id: 'write', title: { nl: 'Schrijven', fr: 'Écrire', en: 'Write' }, state: 'running' },
      { id: 'train', title: { nl: 'Opleiden', fr: 'Former', en: 'Train' }, state: 'planned' },
    ]),
  },
};
