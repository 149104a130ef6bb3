import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import {
  box,
  CONTROLS,
  deepQuery,
  fallbackOf,
  policyOf,
  until,
  type ElementArgs,
} from './support.js';

interface TipArgs extends ElementArgs {
  every?: 'day' | 'week';
  kinds?: string;
  href?: string;
  date?: Date;
}

const meta = {
  title: 'Elements/policy-tip',
  component: 'policy-tip',
  tags: ['autodocs'],
  render: (args: TipArgs) =>
    box(
      args,
      html`<policy-tip
        .policy=${policyOf(args)}
        .date=${args.date}
        src=${args.src ?? nothing}
        lang=${args.lang ?? nothing}
        audience=${args.audience ?? nothing}
        heading-level=${args.headingLevel ?? nothing}
        every=${args.every ?? nothing}
        kinds=${args.kinds ?? nothing}
        href=${args.href ?? nothing}
      >${fallbackOf(args)}</policy-tip>`,
    ),
  // A day of its own, so that it looks the same every day.
  args: { policy: 'sample', href: '/policy', date: new Date(2026, 4, 4), kinds: 'guidelines' },
  argTypes: { ...CONTROLS },
} satisfies Meta<TipArgs>;

export default meta;
type Story = StoryObj<TipArgs>;

/** A guideline. */
export const Default: Story = {};

/** A rule, for a week. */
export const Rule: Story = { args: { kinds: 'rules', every: 'week' } };

/** A question that is asked often; the answer comes when it is asked for. */
export const Question: Story = { args: { kinds: 'faq' } };

/** A question of the quiz, answered. */
export const Quiz: Story = {
  args: { kinds: 'quiz' },
  play: async ({ canvasElement }) => {
    (await until('the answer', () => deepQuery<HTMLElement>(canvasElement, 'summary'))).click();
  },
};

/** The policy has nothing of the kind. */
export const Empty: Story = { args: { policy: 'small', kinds: 'quiz' } };
