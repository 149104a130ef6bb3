import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { states } from './states.js';
import { CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-faq',
  component: 'policy-faq',
  tags: ['autodocs'],
  render: drawSection('policy-faq'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers hired-in' } };

export const Loading: Story = states.loading;

export const Fallback: Story = states.fallback;

/** No questions yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

export const Absent: Story = states.absent;

export const NotFound: Story = states.notFound;

export const NotJson: Story = states.notJson;

export const NotAPolicy: Story = states.notAPolicy;

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

export const Narrow: Story = states.narrow;

export const DeepHeading: Story = states.deepHeading;

/** Few questions need no field to find them. */
export const Few: Story = { args: { policy: 'small' } };

export const Many: Story = { args: { policy: 'many-questions' } };

/** Every answer open. */
export const Open: Story = {
  play: async ({ canvasElement }) => {
    const button = await until('the button that opens all', () =>
      deepQuery<HTMLElement>(canvasElement, '.controls .text-button'),
    );
    button.click();
    await until('an open answer', () => deepQuery(canvasElement, 'details[open]'));
  },
};

/** Found by a word of an answer, without its accents. */
export const Searched: Story = {
  args: { lang: 'fr' },
  play: async ({ canvasElement }) => {
    const field = await until('the field', () =>
      deepQuery<HTMLInputElement>(canvasElement, '#find'),
    );
    field.value = 'ecran';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until('fewer questions', () => deepQuery(canvasElement, 'details[hidden]'));
  },
};

/** A word nobody uses. */
export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    const field = await until('the field', () =>
      deepQuery<HTMLInputElement>(canvasElement, '#find'),
    );
    field.value = 'zeppelin';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until('fewer questions', () => deepQuery(canvasElement, 'details[hidden]'));
  },
};
