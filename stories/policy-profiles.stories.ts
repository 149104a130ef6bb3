import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { address, CONTROLS, drawSection, type SectionArgs } from './support.js';

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

export const Dutch: Story = { args: { lang: 'nl' } };
export const French: Story = { args: { lang: 'fr' } };
export const English: Story = { args: { lang: 'en' } };

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'spokespeople' } };

/** The server has not answered yet, and there is nothing between the tags. */
export const Loading: Story = { args: { policy: undefined, src: address('never.json') } };

/** What stands between the tags is shown until the policy is. */
export const Fallback: Story = {
  args: { policy: undefined, src: address('never.json'), fallback: 'Lees het beleid (pdf)' },
};

/** No profiles yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** The policy has no section of this type. */
export const Absent: Story = { args: { policy: 'no-sections' } };

export const NotFound: Story = { args: { policy: undefined, src: address('missing.json') } };

/** A page to sign in came in place of the policy; what stood between the tags stays. */
export const NotJson: Story = {
  args: { policy: undefined, src: address('sign-in.json'), fallback: 'Lees het beleid (pdf)' },
};

/** JSON, but no policy. */
export const NotAPolicy: Story = { args: { policy: undefined, src: address('menu.json') } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

export const Narrow: Story = { args: { width: 360 } };

/** In a page whose own heading is of level 3. */
export const DeepHeading: Story = { args: { headingLevel: 4 } };

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

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
