import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import {
  address,
  box,
  CONTROLS,
  deepQuery,
  fallbackOf,
  policyOf,
  until,
  type SendArgs,
} from './support.js';

interface NoticeArgs extends SendArgs {
  href?: string;
}

const meta = {
  title: 'Elements/policy-notice',
  component: 'policy-notice',
  tags: ['autodocs'],
  render: (args: NoticeArgs) =>
    box(
      args,
      html`<policy-notice
        .policy=${policyOf(args)}
        src=${args.src ?? nothing}
        lang=${args.lang ?? nothing}
        audience=${args.audience ?? nothing}
        heading-level=${args.headingLevel ?? nothing}
        endpoint=${args.endpoint ?? nothing}
        href=${args.href ?? nothing}
      >${fallbackOf(args)}</policy-notice>`,
    ),
  args: { policy: 'sample', href: '#' },
  argTypes: { ...CONTROLS },
} satisfies Meta<NoticeArgs>;

export default meta;
type Story = StoryObj<NoticeArgs>;

const shown = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await until('the note', () => deepQuery(canvasElement, '.notice'));
};

/** The reader is asked to confirm. */
export const Default: Story = {};

/** The reader confirmed an earlier version. */
export const NewVersion: Story = { args: { endpoint: address('outdated') }, play: shown };

/** The confirmation was valid for a year, which is over. */
export const Expired: Story = { args: { endpoint: address('expired') }, play: shown };

/** The policy asks for no confirmation. */
export const AsksNothing: Story = { args: { policy: 'small' } };

/** In a column beside the content of a page. */
export const Narrow: Story = { args: { width: 320 } };
