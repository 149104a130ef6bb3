import { css } from 'lit';

export const styles = css`
  .platform {
    display: grid;
    grid-template-columns: 1.25em minmax(0, 1fr);
    gap: 0.9em 0.75em;
    padding-block: 1.15em 1.35em;
    border-block-start: 1px solid var(--_border);
  }
  .sign {
    padding-block-start: 0.1em;
    line-height: 0;
    color: var(--_accent);
  }
  .item-title + .prose {
    margin-block-start: 0.25em;
  }
  .sides {
    display: grid;
    grid-column: 2;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 0.9em 2em;
    max-width: calc(var(--_measure) + 8em);
  }
  dt {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-size: var(--_s-small);
    font-weight: 600;
  }
  dt .icon {
    width: 1.15em;
    height: 1.15em;
    stroke-width: 2;
  }
  .benefits .icon {
    color: var(--_positive);
  }
  .risks .icon {
    color: var(--_caution);
  }
  dd {
    margin-block-start: 0.2em;
  }
  @container policy (min-width: 58em) {
    .platform {
      grid-template-columns: 1.25em minmax(0, 5fr) minmax(0, 9fr);
    }
    .sides {
      grid-column: 3;
      max-width: none;
      padding-inline-start: 1.5em;
    }
  }
  @container policy (max-width: 34em) {
    .sides {
      grid-auto-flow: row;
    }
  }
  @media print {
    .platform {
      gap: 0 0.5em;
      padding-block: 0.2em 0.25em;
    }
    .item-title + .prose,
    dd {
      margin-block-start: 0;
    }
    .sides {
      display: block;
      grid-column: 2;
      padding: 0;
    }
    .side :is(dt, dd, .prose, .prose > :first-child) {
      display: inline;
      font-size: 1em;
    }
    dt .icon {
      display: none;
    }
    dt::after {
      content: ':';
    }
  }
`;
