import { css } from 'lit';

export const styles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0;
    border: 0;
    text-align: start;
    vertical-align: baseline;
  }
  tr {
    border-block-end: 1px solid var(--_border);
  }
  tbody tr:last-child {
    border-block-end: 0;
  }
  thead tr {
    border-block-end-color: var(--_control);
  }
  thead th {
    padding-block-end: 0.5em;
    color: var(--_muted);
    font-size: var(--_s-small);
    font-weight: 400;
  }
  .what {
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .for {
    font-weight: 400;
  }
  td {
    line-height: 1.45;
  }
  td:not(.allowed) {
    font-size: var(--_s-small);
  }
  .word {
    font-weight: 600;
    white-space: nowrap;
  }
  .word .icon {
    margin-inline-end: 0.15em;
    vertical-align: -0.25em;
    stroke-width: 2.25;
  }
  .yes {
    color: var(--_positive);
  }
  .conditional {
    color: var(--_caution);
  }
  .no {
    color: var(--_negative);
  }
  .term {
    color: var(--_muted);
  }
  .allowed > .term {
    display: none;
  }

  @container policy (min-width: 64em) {
    tbody > tr > * {
      padding-block: 0.85em 0.9em;
    }
    tr > :not(:last-child) {
      padding-inline-end: 1.5em;
    }
    .what {
      width: 32%;
    }
    .term {
      display: none;
    }
  }

  /* Not enough room for five columns: condition and training stand under the names. */
  @container policy (max-width: 63.99em) {
    caption {
      display: block;
    }
    table,
    thead,
    tbody,
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) max-content minmax(0, 1.1fr);
      column-gap: 1.25em;
    }
    thead,
    tbody,
    tr {
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    tbody tr {
      grid-template-rows: auto auto 1fr;
    }
    tbody tr {
      padding-block: 0.85em 0.9em;
    }
    tbody :is(.what, .allowed) {
      grid-row: 1 / span 3;
    }
    td:not(.allowed) {
      grid-column: 3;
    }
    td:is(.condition, .training):not(.blank) {
      margin-block-start: 0.25em;
    }
    .who > .term {
      display: none;
    }
    td:is(.condition, .training) :is(.value, .prose, .prose > :first-child) {
      display: inline;
    }
    thead :is(.condition, .training) {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container policy (max-width: 36em) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tbody tr {
      display: block;
    }
    tbody tr {
      padding-block: 1.1em 1.25em;
      border-block-start: 1px solid var(--_border);
      border-block-end: 0;
    }
    .what,
    td {
      display: block;
    }
    .allowed {
      margin-block: 0.3em 0.5em;
    }
    .word {
      white-space: normal;
    }
    td:not(.allowed, .blank) {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
      margin-block-start: 0.3em;
    }
    .term {
      flex: 0 0 7em;
    }
    /* Below its term where large text leaves no room beside it. */
    .term + * {
      flex: 1 1 9em;
      min-width: 0;
    }
    .who > .term {
      display: block;
    }
  }
  @media print {
    table :is(th, td) {
      padding-block: 0.15em;
    }
    table td > .value > * + * {
      margin-block-start: 0;
    }
    table :is(td, .what) {
      line-height: inherit;
    }
    /* Cards, as on a phone, with the answer beside what is asked. */
    @container policy (max-width: 36em) {
      table tbody tr {
        display: flow-root;
        padding-block: 0.25em 0.35em;
      }
      table .allowed {
        float: inline-end;
        margin: 0 0 0 1em;
      }
      table td:is(.who, .condition, .training):not(.blank) {
        display: block;
        clear: both;
        margin-block-start: 0;
        padding-block: 0 !important;
      }
      table td > :is(.term, .value) {
        display: inline;
      }
      table :is(.who > .term, .blank) {
        display: none;
      }
      table .what {
        float: inline-start;
        max-width: 64%;
      }
    }
  }
`;
