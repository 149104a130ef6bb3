import { css } from 'lit';

export const styles = css`
  .ask {
    margin-block-end: 0.9em;
    max-width: var(--_measure);
    font-family: var(--_heading-family);
    font-size: var(--_s-large);
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  .steps-back {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    align-items: center;
  }
  .question:not([hidden]) ~ .steps-back,
  .elsewhere ~ .steps-back {
    margin-block-start: 0.75em;
  }
  .steps-back .text-button {
    min-height: 2.25em;
    text-decoration: none;
  }
  .steps-back .text-button:hover {
    text-decoration: underline;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1.5em;
  }
  .controls > .text-button {
    font-size: var(--_s-small);
  }
  .question ~ .controls {
    margin-block-start: calc(var(--_space) * 2.5);
  }
  .question ~ .controls .ask {
    margin-block-end: 0.5em;
    font-family: inherit;
    font-size: 1em;
  }

  .question,
  .elsewhere {
    max-width: var(--_measure);
  }
  .question .choices {
    grid-template-columns: minmax(0, 1fr);
  }
  @container policy (min-width: 30em) {
    .question .choices:has(> :nth-child(2):last-child) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .choice > .icon {
    rotate: -90deg;
  }
  [dir='rtl'] .choice > .icon {
    rotate: 90deg;
  }

  /* Behind the questions the scenarios are a list, not a second row of large choices. */
  .aside-list.many {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: 0 2em;
  }
  .aside-list.many > .scenario {
    border-block-start: 1px solid color-mix(in oklab, var(--_border), var(--_accent) 20%);
  }
  .aside-list.many .choice {
    min-height: 3em;
    padding-inline: 0;
    border: 0;
    background: none;
  }
  .aside-list.many .choice:hover {
    background: none;
    color: var(--_accent);
  }

  .one,
  .all {
    display: block;
  }
  .one .choice {
    display: inline-flex;
    width: auto;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
  }
  .one .choice:hover {
    background: none;
  }
  .one .item-title,
  .all .item-title {
    font-family: var(--_heading-family);
    font-size: var(--_s-large);
  }
  .steps-back + .scenarios {
    margin-block-start: 1em;
  }
  .all > .scenario {
    padding-block: calc(var(--_space) * 1.25) calc(var(--_space) * 1.75);
    border-block-start: 1px solid color-mix(in oklab, var(--_border), var(--_accent) 20%);
  }

  .inner {
    display: grid;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    padding-block-start: 0.75em;
  }
  .steps {
    display: grid;
    gap: 0.6em;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .steps > li {
    display: grid;
    grid-template-columns: 1.75em minmax(0, 1fr);
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step) '.';
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .steps > li > * {
    grid-column: 2;
  }
  .reply {
    max-width: var(--_measure);
  }
  .reply figcaption,
  dt {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .reply blockquote {
    margin-block: 0.35em 0.25em;
    padding: 0.85em 1em 0.95em;
    border-radius: var(--_radius);
    background: var(--_surface);
    hyphens: none;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 3em;
  }
  .name {
    font-weight: 600;
  }
  .elsewhere {
    display: grid;
    gap: 1em;
  }
  .elsewhere > p > a {
    font-weight: 600;
  }
  .elsewhere .item-title {
    font-size: var(--_s-large);
  }
  .elsewhere .item-title + * {
    margin-block-start: 0.4em;
  }
  .elsewhere .facts {
    margin-block-start: 0.75em;
  }

  @media print {
    .many {
      display: block !important;
    }
    .question,
    .scenario {
      margin-block-end: 0.5em;
    }
    .question:not(:first-child) > .ask {
      font-size: 1em;
    }
    .question .choices {
      display: block;
    }
    .choice > .icon {
      display: none;
    }
    .question .choice {
      display: inline !important;
    }
    li[data-to]::after {
      content: ' → ' attr(data-to);
    }
  }
  @media print {
    .aside-list.many > .scenario {
      margin-block-end: 0.25em;
      padding-block: 0.2em 0.1em;
    }
    .inner {
      display: block;
      padding: 0;
    }
    .steps {
      display: block;
    }
    .steps > li {
      grid-template-columns: 1.4em minmax(0, 1fr);
    }
    .reply blockquote {
      margin: 0;
      padding: 0 0 0 0.7em;
      border-inline-start: 0.15em solid var(--_border);
      border-radius: 0;
      background: none;
    }
    .who,
    .who :is(div, dt, dd, p, ul, li) {
      display: inline;
      margin-inline-end: 0.35em;
      font-size: 1em;
    }
    .question {
      margin-block-end: 0.2em;
    }
  }
`;
