import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { recorded } from './sending.js';
import { CONTROLS, deepQuery, policyOf, until, type ElementArgs } from './support.js';

const COLOURS = [
  { token: '--policy-accent', label: 'Accent', initial: 'oklch(0.48 0.12 255)' },
  {
    token: '--policy-surface',
    label: 'Surface',
    initial: 'light-dark(#fff, oklch(0.2 0.008 260))',
  },
  {
    token: '--policy-text',
    label: 'Text',
    initial: 'light-dark(oklch(0.24 0.012 260), oklch(0.92 0.006 260))',
  },
] as const;

const FAMILIES = {
  '': 'As it is',
  'system-ui, sans-serif': 'System',
  "Arial, 'Liberation Sans', Helvetica, sans-serif": 'Arial',
  "Verdana, 'DejaVu Sans', sans-serif": 'Verdana',
  "Georgia, 'Liberation Serif', serif": 'Georgia',
  'ui-monospace, monospace': 'Monospace',
} as const;

const RANGES = [
  {
    token: '--policy-font-size',
    label: 'Font size',
    unit: 'rem',
    min: 0.75,
    max: 1.5,
    step: 0.0625,
    initial: 1,
  },
  {
    token: '--policy-radius',
    label: 'Radius',
    unit: 'em',
    min: 0,
    max: 1.5,
    step: 0.125,
    initial: 0.375,
  },
] as const;

const style = html`<style>
  .playground {
    font: medium/1.5 system-ui, sans-serif;
  }
  .playground form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 1rem 1.5rem;
    max-width: 70rem;
    padding: 1.5rem 1.5rem 0;
  }
  .playground label {
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  .playground :is(input, select, button) {
    min-height: 2.5rem;
    margin: 0;
    font: inherit;
  }
  .playground button {
    padding-inline: 1rem;
  }
  .playground input[type='color'] {
    width: 5rem;
  }
  .playground pre {
    max-width: 67rem;
    margin: 1.5rem;
    padding: 1rem;
    border: 1px solid color-mix(in oklab, transparent, currentColor 18%);
    font-family: ui-monospace, monospace;
    font-size: 0.875rem;
    white-space: pre-wrap;
    user-select: all;
  }
</style>`;

/** A colour of any notation as `#rrggbb`, as a colour field takes no other. */
function hexOf(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.documentElement.append(probe);
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  return `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

const onPage = (token: string, initial: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim() || initial;

/** Shows what was set: on the elements below, and as the lines to copy. */
function apply(form: HTMLFormElement): void {
  const playground = form.closest<HTMLElement>('.playground')!;
  const stage = playground.querySelector<HTMLElement>('.stage')!;
  const lines: string[] = [];
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const { name, value } = field;
    const unit = field.dataset['unit'];
    const isSet = field instanceof HTMLSelectElement ? value : value !== field.defaultValue;
    const written = isSet ? `${value}${unit ?? ''}` : '';
    stage.style.setProperty(name, written);
    if (written) lines.push(`  ${name}: ${written};`);
    const output = field.closest('label')?.querySelector('output');
    if (output) output.textContent = `${value}${unit}`;
  }
  playground.querySelector('pre')!.textContent = lines.length
    ? `:root {\n${lines.join('\n')}\n}`
    : '/* Nothing is set yet. */';
}

const range = ({
  token,
  label,
  unit,
  min,
  max,
  step,
  initial,
}: (typeof RANGES)[number]): TemplateResult =>
  html`<label>
    <span>${label} <output>${initial}${unit}</output></span>
    <input
      type="range"
      name=${token}
      data-unit=${unit}
      min=${min}
      max=${max}
      step=${step}
      value=${initial}
    />
  </label>`;

const render = (args: ElementArgs): TemplateResult =>
  html`${style}
    <div class="playground">
      <form
        lang="en"
        aria-label="Theme"
        @input=${({ currentTarget }: Event) => apply(currentTarget as HTMLFormElement)}
        @submit=${(event: Event) => event.preventDefault()}
        @reset=${({ currentTarget }: Event) =>
          // The fields have their first values back once the event is over.
          setTimeout(() => apply(currentTarget as HTMLFormElement))}
      >
        ${COLOURS.map(
          ({ token, label, initial }) =>
            html`<label>
              ${label}
              <input type="color" name=${token} value=${hexOf(onPage(token, initial))} />
            </label>`,
        )}
        <label>
          Family
          <select name="--policy-font-family">
            ${Object.entries(FAMILIES).map(
              ([value, label]) => html`<option value=${value}>${label}</option>`,
            )}
          </select>
        </label>
        ${RANGES.map(range)}
        <button type="reset">Reset</button>
      </form>
      <pre lang="en">/* Nothing is set yet. */</pre>
      <div class="stage">
        <policy-viewer
          .policy=${policyOf(args)}
          .send=${recorded}
          hide="contents"
          sections="purpose rules guidelines faq"
        ></policy-viewer>
      </div>
    </div>`;

/**
 * Six properties make a house style. Try them, and copy the lines. Surface and text set here hold
 * in both schemes; see “Theming” on how to give two values.
 */
const meta = {
  title: 'Tools/Theme playground',
  render,
  args: { policy: 'sample' },
  argTypes: { policy: CONTROLS.policy },
} satisfies Meta<ElementArgs>;

export default meta;
type Story = StoryObj<ElementArgs>;

/** Nothing set yet. */
export const Default: Story = {};

/** A house style, set by hand. */
export const HouseStyle: Story = {
  play: async ({ canvasElement }) => {
    const wanted = {
      '--policy-accent': '#6b2d5c',
      '--policy-font-family': "Georgia, 'Liberation Serif', serif",
      '--policy-font-size': '1.125',
      '--policy-radius': '0',
    };
    for (const [name, value] of Object.entries(wanted)) {
      const field = await until(name, () =>
        deepQuery<HTMLInputElement>(canvasElement, `[name="${name}"]`),
      );
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await until('the lines to copy', () =>
      canvasElement.querySelector('pre')?.textContent?.includes('--policy-radius: 0em;'),
    );
  },
};
