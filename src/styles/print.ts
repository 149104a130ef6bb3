import { css } from 'lit';

/** On paper: everything open, nothing to press, addresses behind links, no heading alone. */
export const print = css`
  @media print {
    .frame {
      color-scheme: light;
      --_surface: #fff;
      --_text: #000;
      --_accent: #000;
      --_muted: #333;
      --_border: #bbb;
      --_raised: #f3f3f3;
      background: none;
      --_space: 0.5em;
      --_s-heading: 1.2em;
      --_s-small: 0.95em;
      --_s-large: 1em;
      font-size: var(--policy-print-font-size, 8pt);
      line-height: 1.18;
      /* Faces of about one width, so that a sheet holds the same everywhere. */
      --_family: var(--policy-font-family, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif);
      font-family: var(--_family);
      print-color-adjust: economy;
    }
    .content {
      padding: 0;
    }
    button,
    .controls,
    .status,
    .account,
    .skip,
    .link-mark,
    .text-button {
      display: none !important;
    }
    .section:has(> .more:not([open])) :is([data-more], .question) {
      display: none !important;
    }
    .more {
      display: none;
    }
    .section > header {
      margin-block-end: 0.25em;
    }
    .section > header:has(.intro) {
      margin-block-end: 0.4em;
    }
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    summary,
    .section > header {
      break-after: avoid;
    }
    /* Larger things may break: a page that holds nothing but what it must not would stay empty. */
    tr {
      break-inside: avoid;
    }
    p {
      orphans: 2;
      widows: 2;
    }
    .aside > .label,
    .example figcaption {
      font-weight: 400;
      font-style: italic;
    }
    .intro {
      margin-block-start: 0.1em;
    }
    .for {
      margin-block-start: 0;
    }
    .topics {
      display: none;
    }
    .aside,
    .example,
    .prose > * + *,
    .prose li + li {
      margin-block-start: 0.12em !important;
    }
    .example {
      padding: 0 0 0 0.7em;
      border-inline-start: 0.15em solid var(--_border);
      border-radius: 0;
      background: none;
    }
    .example :is(figcaption, blockquote, .prose, p:first-child) {
      display: inline;
    }
    .example figcaption::after {
      content: ': ';
    }
    td,
    th {
      padding-block: 0.08em !important;
      /* Nothing scrolls on paper. */
      overflow-wrap: anywhere !important;
      hyphens: auto !important;
    }
    a {
      color: inherit;
    }
    a[href^='http']::after,
    a[href^='/']::after {
      content: ' (' attr(href) ')';
      font-size: 0.85em;
      overflow-wrap: anywhere;
    }
    /* What the link shows is its address already. */
    a:is(.shown, .way)::after {
      content: none;
    }
    summary .icon {
      display: none;
    }
    .section .cards {
      gap: 0.25em 2em;
    }
    .cards .card {
      padding-block-start: 0.2em;
    }
    .cards .item-title + .prose {
      margin-block-start: 0;
    }
    .cards .example {
      padding: 0 0 0 0.7em;
    }
    .cards figcaption .icon {
      display: none;
    }
    .cards .kind {
      float: inline-start;
      margin-block-end: 0;
      margin-inline-end: 0.6em;
      font-size: 1em;
      line-height: 1.25;
    }
    .section .rules {
      gap: 0.3em;
    }
    .rules .item-title ~ .prose {
      margin-block-start: 0;
    }
    .rules .rule {
      grid-template-columns: 1.8em minmax(0, 1fr);
      gap: 0 0.5em;
    }
    .section .entries summary {
      padding-block: 0.15em 0;
    }
    .entries .answer {
      padding: 0 0 0.2em;
    }
    .rule,
    .card,
    .batch {
      content-visibility: visible !important;
    }
    .batch[hidden],
    [data-row][hidden] {
      display: revert !important;
    }
  }
`;
