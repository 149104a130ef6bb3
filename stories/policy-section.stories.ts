import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { address, CONTROLS, drawSection, SECTION_CONTROL, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-section',
  component: 'policy-section',
  tags: ['autodocs'],
  render: drawSection('policy-section'),
  args: { policy: 'sample', section: 'reactions' },
  argTypes: {
    ...CONTROLS,
    section: SECTION_CONTROL([
      'platforms',
      'mandates',
      'reactions',
      'check',
      'contacts',
      'reporting',
      'trainings',
      'rollout',
      'quiz',
    ]),
  },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

export const Dutch: Story = { args: { lang: 'nl' } };
export const French: Story = { args: { lang: 'fr' } };
export const English: Story = { args: { lang: 'en' } };

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { section: 'platforms', audience: 'volunteers' } };

/** The server has not answered yet, and there is nothing between the tags. */
export const Loading: Story = { args: { policy: undefined, src: address('never.json') } };

/** What stands between the tags is shown until the policy is. */
export const Fallback: Story = {
  args: { policy: undefined, src: address('never.json'), fallback: 'Lees het beleid (pdf)' },
};

/** A section without items. */
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
export const Broken: Story = { args: { policy: 'broken', section: 'mandaten' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = {
  args: { policy: 'partial', lang: 'en', section: 'contact' },
};

export const Narrow: Story = { args: { width: 360 } };

/** In a page whose own heading is of level 3. */
export const DeepHeading: Story = { args: { headingLevel: 4 } };

export const Platforms: Story = { args: { section: 'platforms' } };
export const Mandates: Story = { args: { section: 'mandates' } };
export const Reactions: Story = { args: { section: 'reactions' } };
export const Check: Story = { args: { section: 'check' } };
export const Contacts: Story = { args: { section: 'contacts' } };
export const Reporting: Story = { args: { section: 'reporting' } };
export const Trainings: Story = { args: { section: 'trainings' } };
export const Rollout: Story = { args: { section: 'rollout' } };
export const Quiz: Story = { args: { section: 'quiz' } };

/** A type of section nobody here knows. */
export const UnknownType: Story = { args: { policy: 'broken', section: 'weer' } };

/** A section that does not say its type. */
export const WithoutType: Story = { args: { policy: 'broken', section: 'zonder-soort' } };

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
