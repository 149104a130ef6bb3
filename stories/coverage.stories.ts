import { html, type TemplateResult } from 'lit';
import { until as settled } from 'lit/directives/until.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  checkPolicy,
  coverageOf,
  describeBlock,
  describeFinding,
  type Coverage,
  type Finding,
  type LabelLanguage,
} from '../src/index.js';
import { CONTROLS, deepQuery, policyOf, until, type ElementArgs } from './support.js';

/** What a tool for editors would say around the report. */
const WORDS = {
  nl: {
    title: 'Wat dit beleid heeft, en wat niet',
    block: 'Bouwsteen',
    state: 'Stand',
    where: 'Waar',
    has: 'aanwezig',
    weak: 'kan sterker',
    lacks: 'ontbreekt',
    findings: 'Bevindingen',
    none: 'Er is niets op aan te merken.',
    error: 'Fout:',
    advice: 'Advies:',
    policy: 'Het beleid zelf',
  },
  fr: {
    title: 'Ce que cette charte contient, et ce qui lui manque',
    block: 'Élément',
    state: 'État',
    where: 'Où',
    has: 'présent',
    weak: 'à renforcer',
    lacks: 'absent',
    findings: 'Constats',
    none: 'Rien à signaler.',
    error: 'Erreur\u00a0:',
    advice: 'Conseil\u00a0:',
    policy: 'La charte elle-même',
  },
  en: {
    title: 'What this policy has, and what it lacks',
    block: 'Building block',
    state: 'State',
    where: 'Where',
    has: 'there',
    weak: 'could be stronger',
    lacks: 'missing',
    findings: 'Findings',
    none: 'Nothing to remark.',
    error: 'Error:',
    advice: 'Advice:',
    policy: 'The policy itself',
  },
} as const satisfies Partial<Record<LabelLanguage, Record<string, string>>>;

type Language = keyof typeof WORDS;

const isLanguage = (lang: string): lang is Language => Object.hasOwn(WORDS, lang);

const style = html`<style>
  .report {
    max-width: 50rem;
    padding: 1.5rem;
    font: medium/1.5 var(--policy-font-family, system-ui, sans-serif);
    font-size: var(--policy-font-size, medium);
  }
  .report h2 {
    margin: 0 0 1rem;
    font-size: 1.5em;
    line-height: 1.25;
  }
  .report h3 {
    margin: 2.5rem 0 0.75rem;
    font-size: 1.2em;
  }
  .report table {
    width: 100%;
    border-collapse: collapse;
  }
  .report :is(th, td) {
    padding: 0.5em 1.25em 0.5em 0;
    border-bottom: 1px solid color-mix(in oklab, transparent, currentColor 18%);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  .report thead th {
    font-size: 0.875em;
  }
  .report .lacks,
  .report .weak,
  .report .grade {
    font-weight: 600;
  }
  .report ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .report li + li {
    margin-top: 0.75em;
  }
  .report code {
    display: block;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    overflow-wrap: break-word;
  }
  .report summary {
    margin-top: 2.5rem;
    cursor: pointer;
  }
</style>`;

/** All that is known of a policy, for who writes it. */
async function report(value: unknown): Promise<TemplateResult> {
  const page = document.documentElement.lang;
  const lang = isLanguage(page) ? page : 'en';
  const words = WORDS[lang];
  const { policy, findings } = checkPolicy(value);
  const blocks = policy ? coverageOf(policy) : [];
  const names = await Promise.all(blocks.map(({ id }) => describeBlock(id, lang)));
  const sentences = await Promise.all(findings.map((each) => describeFinding(each, lang)));
  return html`<h2>${words.title}</h2>
    ${policy ? table(blocks, names, words) : ''}
    <h3>${words.findings}</h3>
    ${
      findings.length
        ? html`<ol role="list" class="findings">
          ${findings.map((finding, at) => entry(finding, sentences[at]!, words))}
        </ol>`
        : html`<p class="findings">${words.none}</p>`
    }
    <details>
      <summary>${words.policy}</summary>
      <policy-viewer .policy=${value} hide="contents search changes acknowledgement"></policy-viewer>
    </details>`;
}

type Words = (typeof WORDS)[Language];

const table = (
  blocks: readonly Coverage[],
  names: readonly string[],
  words: Words,
): TemplateResult =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">${words.block}</th>
        <th scope="col">${words.state}</th>
        <th scope="col">${words.where}</th>
      </tr>
    </thead>
    <tbody>
      ${blocks.map(
        ({ state, sections }, at) =>
          html`<tr>
            <th scope="row">${names[at]}</th>
            <td class=${state}>${words[state]}</td>
            <td>${sections.map((section) => html`<code>${section}</code>`)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const entry = ({ grade, pointer }: Finding, sentence: string, words: Words): TemplateResult =>
  html`<li>
    <span class="grade">${words[grade]}</span> ${sentence}
    <code>${pointer || '/'}</code>
  </li>`;

const render = (args: ElementArgs): TemplateResult =>
  html`${style}
    <div class="report">${settled(report(policyOf(args)))}</div>`;

/**
 * How complete a policy is, as a tool for editors can tell: `coverageOf`, `checkPolicy` and
 * `describeFinding` are exported, and run in Node as well.
 */
const meta = {
  title: 'Tools/Coverage',
  tags: ['autodocs'],
  render,
  args: { policy: 'sample' },
  argTypes: { policy: CONTROLS.policy },
  play: async ({ canvasElement }) => {
    await until('the report', () => deepQuery(canvasElement, '.findings'));
  },
} satisfies Meta<ElementArgs>;

export default meta;
type Story = StoryObj<ElementArgs>;

/** A policy that has nearly everything. */
export const Default: Story = {};

/** Rules without a reason, and only what not to do. */
export const Poor: Story = { args: { policy: 'poor' } };

/** Errors come before advice. */
export const Broken: Story = { args: { policy: 'broken' }, tags: ['!autodocs'] };

/** Some texts are not translated. */
export const PartlyTranslated: Story = { args: { policy: 'partial' }, tags: ['!autodocs'] };
