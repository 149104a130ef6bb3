import { css } from 'lit';

export const styles = css`
  .section {
    max-width: var(--_measure);
  }
  .statement {
    margin-block: 0.75em 1.25em;
    font-size: var(--_s-large);
    line-height: 1.45;
  }
  .due {
    display: flex;
    gap: 0.5em;
    margin-block-end: 0.75em;
  }
  .due > .icon {
    margin-block-start: 0.15em;
    color: var(--_caution);
  }
  form {
    display: grid;
    justify-items: start;
    gap: 1.25em;
  }
  fieldset {
    display: grid;
    gap: 0.25em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.75em;
    min-height: 2.75em;
    cursor: pointer;
  }
  .choice input {
    width: 1.35em;
    height: 1.35em;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .reason {
    width: 100%;
  }
  textarea.input {
    min-height: 6em;
    resize: vertical;
  }
  #complaint:not(:has(*)) {
    display: none;
  }
  #complaint .note {
    align-items: flex-start;
  }
  .receipt,
  .waiting,
  .before > .note {
    margin-block-start: 1.25em;
  }
  .told {
    display: flex;
    gap: 0.5em;
    margin-block-end: 0.75em;
    font-size: var(--_s-large);
    line-height: 1.35;
  }
  .told .icon {
    margin-block-start: 0.05em;
    color: var(--_positive);
    stroke-width: 2.5;
  }
  .waiting .told .icon {
    color: var(--_caution);
    stroke-width: 2;
  }
  .lines {
    display: grid;
    gap: 0.5em;
  }
  .receipt > p:not(.told, .tools) {
    margin-block-end: 0.75em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 1.25em;
  }
  .agreed {
    margin-block-start: 0.75em;
  }
  .agreed summary {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-height: 1.75em;
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  .agreed summary::-webkit-details-marker {
    display: none;
  }
  .agreed summary .icon {
    width: 1em;
    height: 1em;
    transition: rotate var(--_fast);
  }
  .agreed[open] summary .icon {
    rotate: 180deg;
  }
  .agreed blockquote {
    padding-block: 0.5em;
    white-space: pre-line;
  }
  policy-changes {
    margin-block-start: 2em;
    --policy-padding: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(8em, 1fr) 2.5fr;
    gap: 0 1.5em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_border);
  }
  dl > div:last-child {
    border-block-end: 1px solid var(--_border);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  dd code {
    font-family: inherit;
    hyphens: none;
  }
  @container policy (max-width: 30em) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
