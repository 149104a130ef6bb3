import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-check',
  component: 'policy-check',
  tags: ['autodocs'],
  render: drawSection('policy-check'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** Gives an answer to each question, in their order. */
async function answerAll(canvas: HTMLElement, answers: readonly string[]): Promise<void> {
  const first = await until('the questions', () => deepQuery(canvas, '.question'));
  const questions = [...first.parentElement!.querySelectorAll('.question')];
  for (const [at, answer] of answers.entries()) {
    questions[at]?.querySelector<HTMLInputElement>(`[value=${answer}]`)?.click();
  }
  await until('the verdict', () => deepQuery(canvas, '.verdict'));
}

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

/** The answers give no reason to wait. */
export const Fine: Story = {
  play: async ({ canvasElement }) =>
    answerAll(canvasElement, ['yes', 'yes', 'yes', 'no', 'no', 'no']),
};

/** Two answers give a reason to wait. */
export const NotYet: Story = {
  play: async ({ canvasElement }) =>
    answerAll(canvasElement, ['yes', 'no', 'yes', 'yes', 'no', 'no']),
};
