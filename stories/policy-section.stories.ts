import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, SECTION_CONTROL, type SectionArgs } from './support.js';

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

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { section: 'platforms', audience: 'volunteers' } };

/** A section without items. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken', section: 'mandaten' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = {
  args: { policy: 'partial', lang: 'en', section: 'contact' },
};

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
