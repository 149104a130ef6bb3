import { css } from 'lit';

export const styles = css`
  .question {
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr) auto;
    gap: 0.15em 2.5em;
    min-width: 0;
    margin: 0;
    padding: 1em 0 1.1em;
    border: 0;
    border-block-start: 1px solid color-mix(in oklab, var(--_border), var(--_accent) 20%);
  }
  .question:first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }
  /* A legend that floats is laid out as any other child. */
  legend {
    float: inline-start;
    max-width: var(--_measure);
    padding: 0;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .help {
    grid-row: 2;
    color: var(--_muted);
  }
  .help:not(:has(*)) {
    display: none;
  }
  .answers {
    grid-area: 1 / 2 / span 2;
    display: flex;
    align-self: center;
    gap: 0.5em;
  }
  .answer {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-width: 6em;
    min-height: 2.75em;
    padding: 0.4em 1em 0.4em 0.8em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    cursor: pointer;
    transition: background-color var(--_fast);
  }
  .answer:hover {
    background: var(--_raised);
  }
  .answer:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .answer:has(:focus-visible) {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
  }
  input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  input:focus-visible {
    outline: none;
  }

  .foot {
    display: grid;
    justify-items: start;
    gap: 0.75em;
    max-width: var(--_measure);
    margin-block-start: 1em;
  }
  .progress {
    font-variant-numeric: tabular-nums;
  }
  [role='status']:empty {
    display: none;
  }
  .verdict {
    padding-block-start: 0.5em;
  }
  .outcome {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.25em;
    font-size: var(--_s-large);
    line-height: 1.3;
  }
  .outcome strong {
    font-weight: 600;
  }
  .outcome .icon {
    stroke-width: 2.25;
  }
  .fine .icon {
    color: var(--_positive);
  }
  .not-yet .icon {
    color: var(--_caution);
  }
  .against {
    margin-block-start: 0.5em;
    padding-inline-start: 1.4em;
  }
  .against li + li {
    margin-block-start: 0.35em;
  }
  .against .muted {
    display: block;
  }

  @container policy (max-width: 36em) {
    .question {
      grid-template: none / minmax(0, 1fr);
    }
    .answers {
      flex-wrap: wrap;
      grid-area: 3 / 1;
      justify-self: stretch;
      margin-block-start: 0.6em;
    }
    .answer {
      flex: 1;
      min-width: min(6em, 100%);
    }
  }

  @media (forced-colors: active) {
    .answer:has(:checked) {
      outline: 0.15em solid Highlight;
    }
  }
  @media print {
    .foot {
      display: none;
    }
    .question {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 0.15em;
      border: 0;
      break-inside: avoid;
    }
    .answers {
      display: none;
    }
  }
`;
