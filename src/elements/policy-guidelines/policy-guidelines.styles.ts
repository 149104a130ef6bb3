import { css } from 'lit';

export const styles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 2.25);
    align-items: start;
  }
  .long > .card {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(6em + var(--_letters, 220) * var(--_letter, 0.044em));
  }
  .card {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_border);
  }
  @container policy (min-width: 50em) {
    .card {
      --_letter: 0.036em;
    }
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-block-end: 0.35em;
    font-size: var(--_s-small);
    font-weight: 600;
  }
  .do {
    color: var(--_positive);
  }
  .dont {
    color: var(--_negative);
  }
  .kind .icon {
    stroke-width: 2.25;
  }
  .item-title {
    font-size: var(--_s-large);
    line-height: 1.25;
  }
  .item-title + .prose {
    margin-block-start: 0.4em;
  }
  .aside,
  .example,
  .topics {
    margin-block-start: 0.75em;
  }
  .aside,
  .example {
    font-size: var(--_s-small);
  }
  .example {
    padding: 0.75em 0.95em 0.85em;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  figcaption {
    margin-block-end: 0.15em;
    color: var(--_muted);
  }
  .example .prose {
    hyphens: none;
  }
  @media print {
    .cards {
      gap: 0.25em 2em;
    }
    .card {
      padding-block-start: 0.2em;
    }
    .item-title {
      font-size: 1em;
    }
    .item-title + .prose {
      margin-block-start: 0;
    }
    .example {
      padding: 0 0 0 0.7em;
    }
    .kind {
      float: inline-start;
      margin-block-end: 0;
      margin-inline-end: 0.6em;
      font-size: 1em;
      line-height: 1.25;
    }
  }
`;
