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
      font-size: var(--policy-print-font-size, 8.5pt);
      line-height: 1.26;
      print-color-adjust: economy;
    }
    .content {
      padding: 0;
    }
    button,
    .controls,
    .status,
    .account,
    .link-mark,
    .text-button {
      display: none !important;
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
    header {
      break-after: avoid;
    }
    p,
    li,
    blockquote,
    figure,
    tr {
      break-inside: avoid;
    }
    p {
      orphans: 2;
      widows: 2;
    }
    .intro {
      margin-block-start: 0.1em;
    }
    .topics {
      display: none;
    }
    .aside,
    .example,
    .prose > * + * {
      margin-block-start: 0.3em !important;
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
      padding-block: 0.2em !important;
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
    a.shown::after {
      content: none;
    }
    summary .icon {
      display: none;
    }
    .rule,
    .card,
    .profile,
    .entries details {
      content-visibility: visible !important;
    }
    [data-row][hidden] {
      display: revert !important;
    }
  }
`;
