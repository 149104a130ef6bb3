import { css } from 'lit';

/** The whole on paper. */
export const viewerPrint = css`
  .running {
    display: none;
  }
  @media print {
    .doors,
    .dock,
    .status-line,
    .all-first,
    .viewer .reading {
      display: none;
    }
    /* The head of a table is the one thing that stands on every page. */
    .viewer {
      display: table;
      width: 100%;
    }
    .running {
      display: table-header-group;
      break-inside: avoid;
      font-size: 0.8em;
      color: var(--_muted);
    }
    /* Written by the style: on screen it would be there twice, for page search too. */
    .running > p::before {
      content: attr(data-line);
    }
    .running > p {
      padding-block-end: 0.3em;
      margin-block-end: 0.4em;
      border-block-end: 1px solid var(--_border);
      font-variant-numeric: tabular-nums;
    }
    .sheet {
      display: table-row-group;
    }
    .contents,
    .actions,
    .languages,
    policy-search,
    policy-acknowledgement {
      display: none;
    }
    .columns,
    .sections {
      display: block;
    }
    /*
     * Two columns: short items fill a sheet of paper, and lines stay readable. Nothing spans both:
     * where a page ends soon after such a thing, Chromium leaves the page before it empty.
     */
    .sections {
      columns: 2;
      column-gap: 2.4em;
    }
    .head {
      display: block !important;
      padding-block-end: 0.2em;
    }
    .summary {
      font-size: 1em;
      line-height: 1.25;
    }
    .organisation a::after {
      content: none;
    }
    .foot-line {
      margin-block-start: 0;
    }
    .title {
      font-size: 1.7em;
    }
    .sections > * {
      margin-block-end: 0.6em;
    }
    /* The short reading fits on both sides of a sheet in letters that people read. */
    .viewer:has(.reading:not([open])) {
      --policy-print-font-size: 10.5pt;
      font-size: 10.5pt;
      line-height: 1.15;
    }
    .about-list,
    .about-block {
      gap: 0.15em 1em;
      margin-block-start: 0.3em;
    }
    .summary,
    .head .facts,
    .masthead {
      margin-block: 0.4em 0;
    }
    .about {
      padding-block-start: 1em;
    }
  }
`;
