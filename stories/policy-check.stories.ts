import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { address, CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

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

export const Dutch: Story = { args: { lang: 'nl' } };
export const French: Story = { args: { lang: 'fr' } };
export const English: Story = { args: { lang: 'en' } };

/** What concerns one audience. */
export const ForAnAudience: Story = { args: { audience: 'volunteers' } };

/** The server has not answered yet, and there is nothing between the tags. */
export const Loading: Story = { args: { policy: undefined, src: address('never.json') } };

/** What stands between the tags is shown until the policy is. */
export const Fallback: Story = {
  args: { policy: undefined, src: address('never.json'), fallback: 'Lees het beleid (pdf)' },
};

/** No questions yet. */
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

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
