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
  tr:not(:last-child, .group) {
    border-block-end: 1px solid var(--_border);
  }
  thead th {
    padding-block-end: 0.25em;
    color: var(--_muted);
    font-size: var(--_s-small);
    font-weight: 400;
  }
  .group th {
    padding-block: 1.25em 0.35em;
  }
  thead + tbody .group th {
    padding-block-start: 0.5em;
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
  .word {
    font-size: var(--_s-large);
    font-weight: 600;
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

  @container policy (min-width: 56em) {
    tbody > tr:not(.group) > * {
      padding-block: 0.7em 0.75em;
    }
    tr > :not(:last-child) {
      padding-inline-end: 1.5em;
    }
    .what {
      width: 36%;
    }
    .term {
      display: none;
    }
  }

  /* Not enough room for columns: what is allowed, and under it for whom and on what condition. */
  @container policy (max-width: 55.99em) {
    thead,
    caption {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tbody tr,
    .what,
    .group th {
      display: block;
    }
    tbody tr:not(.group) {
      padding-block: 0.75em 0.85em;
    }
    td {
      display: block;
      margin-block-start: 0.15em;
    }
    .blank {
      display: none;
    }
    td > .term::after {
      content: ':';
    }
    .frame:lang(fr) td > .term::after {
      content: ' :';
    }
    td :is(.value, .prose, .prose > :first-child) {
      display: inline;
    }
    .who > .term {
      display: none;
    }
    .who {
      color: var(--_muted);
    }
  }
  @media print {
    table :is(th, td) {
      padding-block: 0.15em;
    }
    table .group th {
      padding-block: 0.35em 0.1em;
    }
    table .group {
      break-after: avoid;
    }
    table .word {
      font-size: 1em;
    }
    table tbody tr:not(.group) {
      padding-block: 0.1em;
      border: 0;
    }
    table .group + tr {
      break-before: avoid;
    }
    table tbody :is(.what, .who) {
      display: inline;
      margin-inline-end: 0.5em;
    }
    table :is(td, .what) {
      margin-block-start: 0;
      line-height: inherit;
    }
  }
`;
