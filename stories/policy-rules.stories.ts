import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-rules',
  component: 'policy-rules',
  tags: ['autodocs'],
  render: drawSection('policy-rules'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers' } };

/** No rules yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

/** Rules that only forbid and give no reason. */
export const Poor: Story = { args: { policy: 'poor' } };
