import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, deepQuery, drawSection, until, type SectionArgs } from './support.js';

const draw = drawSection('policy-search');

/** Leaves room for the list, which floats over what follows. */
const render = (args: SectionArgs): TemplateResult =>
  html`<div style="min-height: 30rem">${draw(args)}</div>`;

const meta = {
  title: 'Elements/policy-search',
  component: 'policy-search',
  tags: ['autodocs'],
  render,
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

const field = (canvas: HTMLElement) =>
  until('the field', () => deepQuery<HTMLInputElement>(canvas, 'input[type=search]'));

/** Types into the field as a reader does, with the focus in it. */
async function type(canvas: HTMLElement, words: string): Promise<HTMLInputElement> {
  const input = await field(canvas);
  input.focus();
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return input;
}

const found = (canvas: HTMLElement) =>
  until('what was found', () => deepQuery(canvas, '[role=option]'));

/** The policy as an object, in the language of the page. */
export const Default: Story = {};

/** What was found while typing, with the words marked. */
export const Found: Story = {
  args: { lang: 'nl' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'foto');
    await found(canvasElement);
  },
};

/** A word without its accents finds the one that has them. */
export const WithoutAccents: Story = {
  args: { lang: 'fr' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'deconnexion');
    await found(canvasElement);
  },
};

/** One of those found is chosen with the arrow keys; the focus stays in the field. */
export const Chosen: Story = {
  args: { lang: 'en' },
  play: async ({ canvasElement }) => {
    const input = await type(canvasElement, 'photo');
    await found(canvasElement);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await until('the one chosen', () => deepQuery(canvasElement, '[aria-selected=true]'));
  },
};

/** A word nobody uses. */
export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'zeppelin');
    await until('the message', () => deepQuery(canvasElement, '.nothing'));
  },
};

/** Only what concerns one audience is found. */
export const ForAnAudience: Story = {
  args: { policy: 'for-some', audience: 'volunteers', lang: 'nl' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'profiel');
    await found(canvasElement);
  },
};

/** A policy with nothing in it to find. */
export const Empty: Story = {
  args: { policy: 'no-sections' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'foto');
    await until('the message', () => deepQuery(canvasElement, '.nothing'));
  },
};

/** Texts that are not translated are found in the language they are shown in. */
export const PartlyTranslated: Story = {
  args: { policy: 'partial', lang: 'en' },
  play: async ({ canvasElement }) => {
    await field(canvasElement);
  },
};

export const Narrow: Story = {
  args: { width: 320, lang: 'nl' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'klacht');
    await found(canvasElement);
  },
};
