import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-quiz',
  component: 'policy-quiz',
  tags: ['autodocs'],
  render: drawSection('policy-quiz'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const press = async (canvas: HTMLElement, selector: string): Promise<void> =>
  (await until(selector, () => deepQuery<HTMLElement>(canvas, selector))).click();

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers' } };

/** No questions yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

/** The right option was chosen. */
export const Right: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.question:not([hidden]) li:last-child .choice');
    await until('the explanation', () => deepQuery(canvasElement, '.outcome.right'));
  },
};

/** Another option was chosen. */
export const Wrong: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.question:not([hidden]) .choice');
    await until('the explanation', () => deepQuery(canvasElement, '.outcome'));
  },
};

/** At the end. */
export const Result: Story = {
  play: async ({ canvasElement }) => {
    for (let question = 0; question < 5; question++) {
      await press(canvasElement, '.question:not([hidden]) .choice:not([aria-disabled])');
      await press(canvasElement, '.question:not([hidden]) .next button');
      await until(
        'what comes next',
        () => !deepQuery(canvasElement, '.question:not([hidden]) .next'),
      );
    }
    await until('the result', () => deepQuery(canvasElement, '.result'));
  },
};

/** On a screen in a meeting: the team has answered aloud, and the answer was shown. */
export const Presenter: Story = {
  args: { presenter: true },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.question:not([hidden]) .next .primary');
    await until('the explanation', () => deepQuery(canvasElement, '.choice.right'));
  },
};
