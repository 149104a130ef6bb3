import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { failsOnce, neverAnswers, recorded, stale, unreachable } from './sending.js';
import {
  address,
  answer,
  box,
  CONTROLS,
  deepQuery,
  fallbackOf,
  policyOf,
  press,
  until,
  type SendArgs,
} from './support.js';

/** What one story leaves waiting is none of another's. */
let stories = Date.now();

const render = (args: SendArgs): TemplateResult =>
  box(
    args,
    html`<policy-acknowledgement
      .policy=${policyOf(args)}
      src=${args.src ?? nothing}
      lang=${args.lang ?? nothing}
      audience=${args.audience ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      endpoint=${args.endpoint ?? nothing}
      subject=${args.subject ?? `story-${stories++}`}
      .send=${args.send}
    >
      ${fallbackOf(args)}
    </policy-acknowledgement>`,
  );

const meta = {
  title: 'Elements/policy-acknowledgement',
  component: 'policy-acknowledgement',
  tags: ['autodocs'],
  render,
  args: { policy: 'one-act', send: recorded },
  argTypes: {
    ...CONTROLS,
    endpoint: { control: 'text', description: 'Where records are sent.' },
    subject: { control: 'text', description: 'An opaque id of the reader.' },
    send: { control: false, description: 'Sends the record in the element’s place.' },
  },
} satisfies Meta<SendArgs>;

export default meta;
type Story = StoryObj<SendArgs>;

const receipt = (canvas: HTMLElement) =>
  until('the receipt', () => deepQuery(canvas, '[part=receipt]'));
const waiting = (canvas: HTMLElement) =>
  until('the waiting', () => deepQuery(canvas, '[part=waiting]'));
const earlier = (canvas: HTMLElement) =>
  until('what was answered before', () => deepQuery(canvas, '[part=earlier]'));
const complaint = (canvas: HTMLElement) =>
  until('what went wrong', () => deepQuery(canvas, '#complaint .note'));

/** One act, not answered yet, in the language of the page. */
export const Default: Story = {};

/** Agree, decline, or ask for an exception. */
export const ThreeActs: Story = { args: { policy: 'sample' } };

/** Who declines or asks for an exception gives a reason. */
export const WithReason: Story = {
  args: { policy: 'sample' },
  play: async ({ canvasElement }) => {
    const choice = await until('the choice', () =>
      deepQuery<HTMLInputElement>(canvasElement, 'input[value=decline]'),
    );
    choice.click();
    await until('the reason', () => deepQuery(canvasElement, '#reason'));
  },
};

/** The button was pressed before anything was chosen. */
export const NothingChosen: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    await complaint(canvasElement);
  },
};

export const Sending: Story = {
  args: { send: neverAnswers },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await until('the sending', () => deepQuery(canvasElement, '[type=submit][aria-disabled=true]'));
  },
};

export const Recorded: Story = {
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await receipt(canvasElement);
  },
};

/** The reader declined, with a reason. */
export const Declined: Story = {
  args: { policy: 'sample' },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'decline', 'Ik wil eerst met de vakbond overleggen.');
    await receipt(canvasElement);
  },
};

/** Sent to an address, as on a page. */
export const ToAnEndpoint: Story = {
  args: { send: undefined, endpoint: address('acknowledgements') },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await receipt(canvasElement);
  },
};

/** The server cannot be reached: the answer is kept, and sent again by itself. */
export const WaitingToBeSent: Story = {
  args: { send: unreachable },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await waiting(canvasElement);
  },
};

export const WaitingInFrench: Story = {
  ...WaitingToBeSent,
  args: { send: unreachable, lang: 'fr' },
};

/** The second time it succeeds. */
export const FailedThenRecorded: Story = {
  args: { send: failsOnce },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await receipt(canvasElement);
  },
};

/** The endpoint has an answer of this reader. */
export const AlreadyRecorded: Story = {
  args: { send: undefined, endpoint: address('confirmed') },
  play: async ({ canvasElement }) => {
    await receipt(canvasElement);
  },
};

/** They declined: they may answer anew. */
export const AlreadyDeclined: Story = {
  args: { send: undefined, endpoint: address('declined') },
  play: async ({ canvasElement }) => {
    await receipt(canvasElement);
  },
};

/** It held for a year, and that is over. */
export const Expired: Story = {
  args: { send: undefined, endpoint: address('expired') },
  play: async ({ canvasElement }) => {
    await earlier(canvasElement);
  },
};

/** There is a new MAJOR version since. */
export const NewMajorVersion: Story = {
  args: { send: undefined, endpoint: address('outdated') },
  play: async ({ canvasElement }) => {
    await earlier(canvasElement);
  },
};

/** There is a newer version: trying again would not help. */
export const Stale: Story = {
  args: { send: stale },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await complaint(canvasElement);
  },
};

/** A page that does not say where records go. */
export const NoEndpoint: Story = {
  args: { send: undefined },
  play: async ({ canvasElement }) => {
    await answer(canvasElement, 'acknowledge');
    await complaint(canvasElement);
  },
};

export const Draft: Story = { args: { policy: 'draft' } };
export const Withdrawn: Story = { args: { policy: 'withdrawn' } };

/** The version cannot be read, so nobody could say what was confirmed. */
export const Unsound: Story = { args: { policy: 'no-version' } };

/** A policy that asks for no confirmation. */
export const Empty: Story = { args: { policy: 'small' } };

export const ForAnAudience: Story = { args: { policy: 'sample', audience: 'volunteers' } };

/** The statement is not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial', lang: 'en' } };
