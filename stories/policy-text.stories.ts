import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, SECTION_CONTROL, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-text',
  component: 'policy-text',
  tags: ['autodocs'],
  render: drawSection('policy-text'),
  args: { policy: 'sample' },
  argTypes: {
    ...CONTROLS,
    section: SECTION_CONTROL([
      'purpose',
      'definition',
      'scope',
      'objectives',
      'ambassadors',
      'wellbeing',
      'monitoring',
      'consequences',
    ]),
  },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What concerns one audience. */
export const ForAnAudience: Story = {
  args: { policy: 'for-some', section: 'consequences', audience: 'spokespeople' },
};

/** A section whose text is not written yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken', section: 'links' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = {
  args: { policy: 'partial', lang: 'en', section: 'welzijn' },
};

/** Any section of running text, by its id. */
export const ById: Story = { args: { section: 'wellbeing' } };

/** A section for others than this reader. */
export const ForOthers: Story = {
  args: { policy: 'for-some', section: 'consequences', audience: 'volunteers' },
};
