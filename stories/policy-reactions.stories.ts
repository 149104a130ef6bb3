import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/policy-reactions',
  component: 'policy-reactions',
  tags: ['autodocs'],
  render: drawSection('policy-reactions'),
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

/** No scenarios yet. */
export const Empty: Story = { args: { policy: 'no-items' } };

/** Some of it is broken: what is sound is shown, the rest is told in place. */
export const Broken: Story = { args: { policy: 'broken' } };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };

/** The reader chose what they came across. */
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.scenario .choice');
    await until('its steps', () => deepQuery(canvasElement, '.one .body:not([hidden])'));
  },
};

/** Halfway the questions. */
export const Asked: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#triage-danger li:last-child .choice');
    await until('the next question', () => deepQuery(canvasElement, '#triage-own:not([hidden])'));
  },
};

/** The answers led to something that stands elsewhere in the policy. */
export const Elsewhere: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#triage-danger li:last-child .choice');
    await press(canvasElement, '#triage-own:not([hidden]) li:last-child .choice');
    await press(canvasElement, '#triage-kind:not([hidden]) li:last-child .choice');
    await until('where it is', () => deepQuery(canvasElement, '.elsewhere'));
  },
};

/** Every scenario at once. */
export const Open: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.controls .text-button');
    await until('all of them', () => deepQuery(canvasElement, '.scenarios.all'));
  },
};
