import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { address, CONTROLS, drawSection, type SectionArgs } from './support.js';

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

export const Dutch: Story = { args: { lang: 'nl' } };
export const French: Story = { args: { lang: 'fr' } };
export const English: Story = { args: { lang: 'en' } };

/** The server has not answered yet, and there is nothing between the tags. */
export const Loading: Story = { args: { policy: undefined, src: address('never.json') } };

/** What stands between the tags is shown until the policy is. */
export const Fallback: Story = {
  args: { policy: undefined, src: address('never.json'), fallback: 'Lees het beleid (pdf)' },
};

/** No trainings yet. */
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

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers' } };

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
