import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sample } from './policies.js';
import version3 from './policies/sample-3.0.json';
import {
  address,
  box,
  CONTROLS,
  deepQuery,
  fallbackOf,
  policyOf,
  until,
  type ElementArgs,
} from './support.js';

interface ChangesArgs extends ElementArgs {
  knownVersion?: string;
  earlier?: object;
}

const render = (args: ChangesArgs): TemplateResult =>
  box(
    args,
    html`<policy-changes
      .policy=${policyOf(args)}
      .earlier=${args.earlier}
      src=${args.src ?? nothing}
      lang=${args.lang ?? nothing}
      audience=${args.audience ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      known-version=${args.knownVersion ?? nothing}
    >
      ${fallbackOf(args)}
    </policy-changes>`,
  );

const meta = {
  title: 'Elements/policy-changes',
  component: 'policy-changes',
  tags: ['autodocs'],
  render,
  args: { policy: 'sample', earlier: version3 },
  argTypes: {
    ...CONTROLS,
    knownVersion: { control: 'text', description: 'The version the reader knows.' },
    earlier: { control: false, description: 'The earlier policy itself, as an object.' },
  },
} satisfies Meta<ChangesArgs>;

export default meta;
type Story = StoryObj<ChangesArgs>;

const differences = (canvas: HTMLElement) =>
  until('the differences', () => deepQuery(canvas, '[part=change]'));

/** Since version 3.0, which is given as an object. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    await differences(canvasElement);
  },
};

/** What only reads better is opened as well. */
export const Everything: Story = {
  play: async ({ canvasElement }) => {
    const editorial = await until('what reads better', () =>
      deepQuery<HTMLDetailsElement>(canvasElement, '.editorial'),
    );
    editorial.open = true;
  },
};

/** From the address that the history gives the version. */
export const FromAddress: Story = {
  args: {
    policy: undefined,
    earlier: undefined,
    src: address('sample.json'),
    knownVersion: '3.0',
  },
  play: async ({ canvasElement }) => {
    await differences(canvasElement);
  },
};

/** A version whose text is not kept: what the history tells of the versions since. */
export const WithoutText: Story = { args: { earlier: undefined, knownVersion: '2.1' } };

/** A version the history does not know. */
export const UnknownVersion: Story = { args: { earlier: undefined, knownVersion: '1.4' } };

/** The reader knows this version. */
export const NothingChanged: Story = { args: { earlier: undefined, knownVersion: '3.1' } };

/** Another file, with the same text. */
export const SameText: Story = { args: { earlier: sample } };

/** Nobody knows which version the reader has seen: nothing is shown. */
export const NothingKnown: Story = { args: { earlier: undefined } };
