import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { address, CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

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

/** No scenarios yet. */
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

/** Every property, to try out. */
export const Playground: Story = { args: { lang: 'nl', headingLevel: 2, width: 960 } };
