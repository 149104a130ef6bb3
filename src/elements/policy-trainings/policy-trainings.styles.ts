import { css } from 'lit';

export const styles = css`
  .training {
    display: grid;
    gap: 0.9em 2.5em;
    padding-block: 1.15em 1.35em;
    border-block-start: 1px solid var(--_border);
  }
  .duration {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .what > .prose {
    margin-block-start: 0.35em;
  }
  .sign-up {
    margin-block-start: 0.5em;
  }
  .needed {
    font-size: var(--_s-small);
  }
  .needed .label {
    color: var(--_muted);
  }
  .needed li + li {
    margin-block-start: 0.15em;
  }
  @container policy (min-width: 40em) {
    .training {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .needed {
      padding-block-start: 0.1em;
    }
  }
  @media print {
    .training,
    .trainings {
      display: block;
      padding-block: 0.15em;
    }
    .what > .prose,
    .sign-up {
      margin-block-start: 0;
    }
    .needed {
      display: none;
    }
  }
`;
