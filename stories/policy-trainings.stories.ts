import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-trainings',
  component: 'policy-trainings',
  tags: ['autodocs'],
  render: drawSection('policy-trainings'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No trainings yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers' } };
