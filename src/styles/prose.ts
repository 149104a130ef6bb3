import { css } from 'lit';

/** Text that came from Markdown. */
export const prose = css`
  .prose {
    max-width: var(--_measure);
    text-wrap: pretty;
  }
  .prose > * + *,
  .prose li > * + * {
    margin-block-start: 0.75em;
  }
  .prose :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1em;
  }
  .prose > * + :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 1.5em;
  }
  .prose > :is(h1, h2, h3, h4, h5, h6) + * {
    margin-block-start: 0.4em;
  }
  .prose .heading-1 {
    font-size: var(--_s-large);
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.4em;
  }
  .prose :is(li + li, li > :is(ul, ol)) {
    margin-block-start: 0.3em;
  }
  .prose li::marker {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .prose .tasks {
    padding-inline-start: 0;
    list-style: none;
  }
  .prose .task > label {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: baseline;
    gap: 0.6em;
  }
  .prose blockquote {
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--_border);
    color: var(--_muted);
  }
  .prose code {
    padding: 0.1em 0.3em;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_raised);
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    hyphens: none;
  }
  .prose pre {
    margin: 0;
    padding: 0.8em 1em;
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow-x: auto;
    line-height: 1.45;
  }
  .prose pre code {
    padding: 0;
    background: none;
  }
  .prose hr {
    width: 4em;
    margin-inline: 0;
    margin-block: 1.5em;
    border: 0;
    border-block-start: 1px solid var(--_control);
  }
  .prose img {
    max-width: 100%;
    height: auto;
    border-radius: var(--_radius);
  }
  .prose .table {
    overflow-x: auto;
  }
  .prose table {
    border-collapse: collapse;
    font-size: var(--_s-small);
    font-variant-numeric: tabular-nums;
  }
  .prose :is(th, td) {
    padding: 0.5em 1.2em 0.5em 0;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: normal;
    hyphens: manual;
  }
  .prose .center {
    text-align: center;
  }
  .prose .right {
    text-align: end;
  }
`;
