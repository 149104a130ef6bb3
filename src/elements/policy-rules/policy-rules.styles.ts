import { css } from 'lit';

export const styles = css`
  .rules {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.75);
    max-width: calc(var(--_measure) + 3.5em);
  }
  .long > .rule {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(2.6em + var(--_letters, 200) * var(--_letter, 0.054em));
  }
  .rule {
    display: grid;
    grid-template-columns: 2.5em minmax(0, 1fr);
    gap: 0 1em;
  }
  @container policy (min-width: 44em) {
    .rule {
      --_letter: 0.026em;
    }
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .rule > .number {
    color: var(--_muted);
    line-height: 1.35;
  }
  .item-title + .for {
    margin-block-start: 0;
  }
  .item-title ~ .prose {
    margin-block-start: 0.25em;
  }
  @container policy (max-width: 30em) {
    .rule {
      grid-template-columns: 2em minmax(0, 1fr);
      gap: 0 0.6em;
    }
  }
`;
