import { css } from 'lit';

export const styles = css`
  .place {
    margin-block-end: 0.35em;
    color: var(--_muted);
    font-size: var(--_s-small);
    font-variant-numeric: tabular-nums;
  }
  .ask {
    margin-block-end: 1em;
    font-size: var(--_s-large);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .options {
    display: grid;
    gap: 0.6em;
  }
  .choice {
    font-weight: 400;
  }
  .choice[aria-disabled='true'] {
    border-color: var(--_border);
    background: none;
    cursor: default;
  }
  .choice.other {
    color: var(--_muted);
  }
  .choice.right[aria-disabled='true'] {
    border-color: var(--_positive);
    font-weight: 600;
  }
  .choice.chosen[aria-disabled='true'] {
    border-color: var(--_control);
  }
  .mark-of {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.3em;
    font-size: var(--_s-small);
    font-weight: 400;
  }
  .mark-of .icon {
    color: var(--_muted);
  }
  .right .icon {
    color: var(--_positive);
    stroke-width: 2.25;
  }
  .explanation:not([hidden]) {
    margin-block-start: 1.4em;
  }
  .explanation > * + * {
    margin-block-start: 0.4em;
  }
  .outcome {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-size: var(--_s-large);
  }
  .outcome strong {
    font-weight: 600;
  }
  .next {
    margin-block-start: 1.5em;
  }

  .result {
    display: grid;
    gap: 1.25em;
  }
  .score {
    font-size: var(--_s-heading);
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .praise {
    margin-block-start: 0.35em;
    text-wrap: pretty;
  }
  .again {
    padding-inline-start: 1.4em;
  }
  .again li::marker {
    color: var(--_muted);
  }
  figcaption {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .share blockquote {
    margin-block: 0.35em 0.25em;
    padding: 0.85em 1em 0.95em;
    border-radius: var(--_radius);
    background: var(--_raised);
    text-wrap: pretty;
  }

  @container policy (max-width: 30em) {
    .choice:has(.mark-of) {
      flex-direction: column;
      align-items: start;
      gap: 0.25em;
    }
  }
  @media (forced-colors: active) {
    .choice.right {
      outline: 0.15em solid Highlight;
    }
  }
  @media print {
    .question {
      break-inside: avoid;
      margin-block-end: 0.5em;
    }
    .ask {
      margin-block-end: 0;
      font-size: 1em;
    }
    .place,
    .explanation .label {
      display: none;
    }
    .explanation:not([hidden]) {
      margin-block-start: 0.1em;
    }
    ul.options {
      gap: 0;
      padding-inline-start: 1.4em;
    }
    .options > li {
      display: list-item;
      list-style: disc;
    }
    .choice.right[aria-disabled='true'] {
      font-weight: inherit;
    }
    .mark-of,
    .outcome,
    .result {
      display: none;
    }
  }
`;
