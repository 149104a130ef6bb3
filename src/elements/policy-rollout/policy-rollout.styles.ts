import { css } from 'lit';

export const styles = css`
  .steps {
    display: grid;
    gap: calc(var(--_space) * 1.75);
    max-width: calc(var(--_measure) + 14em);
  }
  .step {
    display: grid;
    grid-template-columns: 12em minmax(0, 1fr);
    gap: 0.3em 2em;
  }
  .state {
    display: flex;
    gap: 0.5em;
    color: var(--_muted);
    font-size: var(--_s-small);
    line-height: 1.55;
    font-variant-numeric: tabular-nums;
  }
  .state .icon {
    margin-block-start: 0.13em;
    stroke-width: 2;
  }
  .word {
    display: block;
    font-weight: 600;
  }
  .done :is(.word, .state .icon) {
    color: var(--_positive);
  }
  .running :is(.word, .state .icon) {
    color: var(--_accent);
  }
  .item-title + .prose {
    margin-block-start: 0.25em;
  }
  @container policy (max-width: 34em) {
    .step {
      grid-template-columns: minmax(0, 1fr);
    }
    .word {
      display: inline;
    }
    .word + time::before {
      content: '· ';
    }
  }
  @media print {
    .steps {
      gap: 0.25em;
    }
    .step {
      gap: 0 1em;
      grid-template-columns: 9em minmax(0, 1fr);
    }
  }
`;
