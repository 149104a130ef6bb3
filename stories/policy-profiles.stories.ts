import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-profiles',
  component: 'policy-profiles',
  tags: ['autodocs'],
  render: drawSection('policy-profiles'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'spokespeople' } };

/** No profiles yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

/** Few profiles need no field to find them. */
export const Few: Story = { args: { policy: 'small' } };

/** As many as a federation of schools or a bank has. */
export const Many: Story = {
  args: { policy: 'many-profiles' },
  tags: ['!autodocs', 'large'],
  parameters: {
    // Axe needs a quarter of a minute for all, and the rest are like the first.
    a11y: {
      context: {
        exclude: [{ fromShadowDom: ['policy-profiles', '.profile:nth-child(n + 40)'] }],
      },
    },
  },
};
