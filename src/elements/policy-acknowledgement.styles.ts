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
  #complaint:empty {
    display: none;
  }
  #complaint .note {
    align-items: flex-start;
  }
  .receipt {
    margin-block-start: 1.25em;
  }
  .recorded {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 1em;
    font-size: var(--_s-large);
  }
  .recorded .icon {
    color: var(--_positive);
    stroke-width: 2.5;
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
