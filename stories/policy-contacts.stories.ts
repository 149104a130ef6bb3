import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-contacts',
  component: 'policy-contacts',
  tags: ['autodocs'],
  render: drawSection('policy-contacts'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** No contacts yet. */
export const Empty: Story = { args: { policy: { ...sample, contacts: [] } } };

/** In a column of a page. */
export const Column: Story = { args: { width: 700 } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };
