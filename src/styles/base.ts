import { css } from 'lit';

/** What every element is made of: headings, links, controls, notes. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .content {
    padding: var(--policy-padding, clamp(0.75em, 3cqi, 2em));
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: var(--_heading-family);
    font-size: 1em;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
  }
  ul[role='list'],
  ol[role='list'] {
    padding: 0;
    list-style: none;
  }

  a {
    color: var(--_accent);
    text-decoration-line: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
    border-radius: 0.1em;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  [tabindex='-1']:focus-visible {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.4em;
  }

  .section > header {
    margin-block-end: 1em;
  }
  .section > header:has(.intro) {
    margin-block-end: calc(var(--_space) * 1.75);
  }
  /* One text of title and link: a long title keeps the link beside its last word. */
  .section > header {
    text-wrap: balance;
  }
  .section > header > .section-title {
    display: inline;
  }
  .section > header > :is(.for, .intro) {
    text-wrap: initial;
  }
  /* What is not of the short reading waits behind a switch before it. */
  .section:has(> .more:not([open], .paper)) [data-more],
  .section:has(> .more:not([open], .paper)) > .controls {
    display: none;
  }
  .more > summary {
    display: inline-block;
    min-height: 24px;
    margin-block-end: 1em;
    color: var(--_muted);
    font-size: var(--_s-small);
    list-style: none;
    cursor: pointer;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more .do {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
  }
  .more[open] .closed,
  .more:not([open]) .opened,
  .more.paper {
    display: none;
  }
  .section-title {
    font-size: var(--_s-heading);
    letter-spacing: -0.01em;
  }
  .section-title .number {
    margin-inline-end: 0.2em;
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .intro {
    margin-block-start: 0.6em;
    max-width: var(--_measure);
    color: var(--_muted);
  }
  .link-mark {
    display: inline-grid;
    place-items: center;
    min-width: 24px;
    min-height: 24px;
    margin-block: -4px;
    color: var(--_muted);
    font-size: 0.8em;
    vertical-align: baseline;
    opacity: 0;
    transition: opacity var(--_fast);
  }
  .link-mark .icon {
    width: 1em;
    height: 1em;
  }
  :hover > .link-mark,
  .section-title:hover + .link-mark,
  .link-mark:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    .link-mark {
      opacity: 0.7;
    }
  }
  .item-title {
    font-family: var(--_family);
    font-size: 1em;
    line-height: 1.35;
  }
  [id],
  .missing {
    scroll-margin-block-start: var(--policy-scroll-margin, 1.5em);
  }

  .small,
  .facts {
    font-size: var(--_s-small);
  }
  .muted,
  .only-in {
    color: var(--_muted);
  }
  .only-in {
    display: inline-block;
    font-size: var(--_s-small);
    font-weight: 400;
    font-style: normal;
    letter-spacing: 0;
  }
  .only-in::before {
    content: '(';
  }
  .only-in::after {
    content: ')';
  }
  .for,
  .topics {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .aside {
    margin-block-start: 0.6em;
    color: var(--_muted);
  }
  .aside > .label {
    font-weight: 600;
  }
  .aside > .prose {
    display: inline;
  }
  .aside > .prose > p:first-child {
    display: inline;
  }

  .ways > li + li {
    margin-block-start: 0.15em;
  }
  .way {
    overflow-wrap: anywhere;
    hyphens: none;
    font-variant-numeric: tabular-nums;
  }
  .phone {
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: currentColor;
  }

  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-height: 2.75em;
    padding: 0.45em 1.1em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: transparent;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--_fast);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_button);
    color: var(--_on-accent);
  }
  .text-button {
    min-height: 1.75em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .field {
    display: grid;
    gap: 0.25em;
    min-width: 0;
  }
  .field > label {
    font-size: var(--_s-small);
    color: var(--_muted);
  }
  .input {
    width: 100%;
    min-width: 0;
    min-height: 2.75em;
    padding: 0.45em 0.75em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.4;
  }
  select.input {
    text-overflow: ellipsis;
  }

  .note {
    display: flex;
    gap: 0.65em;
    padding: 0.8em 1em;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_s-small);
  }
  .note > .icon {
    margin-block-start: 0.15em;
    color: var(--_caution);
  }
  .note > div {
    min-width: 0;
  }
  .empty {
    color: var(--_muted);
  }

  .skeleton {
    display: grid;
    gap: 0.9em;
    max-width: var(--_measure);
    padding-block: 0.5em;
  }
  .skeleton > span {
    height: 0.8em;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .skeleton > span:first-child {
    width: 55%;
    height: 1.7em;
    margin-block-end: 0.5em;
  }
  .skeleton > span:last-child {
    width: 72%;
  }

  @media (forced-colors: active) {
    .button,
    .note {
      border: 1px solid CanvasText;
    }
    .button.primary {
      border-color: Highlight;
    }
  }
`;
