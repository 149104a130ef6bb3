import { css } from 'lit';

export const styles = css`
  .viewer {
    /* What floats in the viewer is placed in it, and not in the page. */
    position: relative;
    /* Parts take the type and the padding of the viewer. */
    --policy-font-size: 1em;
    --policy-padding: 0;
    --policy-surface: var(--_surface);
  }
  .head {
    padding-block-end: calc(var(--_space) * 2);
  }
  .masthead {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.5em 1em;
    margin-block-end: calc(var(--_space) * 1.25);
    font-size: var(--_s-small);
  }
  .organisation a {
    color: inherit;
    text-decoration-line: none;
  }
  .organisation img {
    height: 2em;
    margin-inline-end: 0.6em;
    vertical-align: middle;
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
  }
  .languages button {
    min-height: 2em;
    padding: 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .languages button[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }
  .languages .short {
    display: none;
  }
  .title {
    font-size: var(--_s-title);
    line-height: 1.12;
    letter-spacing: -0.022em;
    hyphens: manual;
  }
  .summary {
    margin-block-start: 0.75em;
    font-size: var(--_s-large);
    line-height: 1.5;
  }
  .summary .prose {
    max-width: 40em;
  }
  .head .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1.5em;
  }
  .head .facts > div {
    display: flex;
    gap: 0.4em;
  }
  .head .facts dt {
    color: var(--_muted);
  }
  .head .facts dd {
    font-variant-numeric: tabular-nums;
  }
  .head > .note {
    margin-block-start: 1.25em;
  }

  .actions {
    /* The list of audiences hangs from the row: its button may stand too near an edge. */
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.6em;
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .actions > .find {
    flex: 1 1 18em;
    min-width: 0;
  }
  /* Its place is kept until it comes. */
  .actions > .find:not(:defined) {
    min-height: 2.75em;
  }
  .actions .button {
    font-weight: 400;
  }
  .who {
    min-width: 0;
    max-width: 100%;
  }
  .who summary {
    max-width: min(18em, 100%);
    list-style: none;
  }
  .who summary::-webkit-details-marker {
    display: none;
  }
  .who summary > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container policy (max-width: 30em) {
    .actions .button {
      padding-inline: 0.75em;
    }
    /* Who the reader is comes after what most come for, beside the reading. */
    .head {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 1em;
      padding-block-end: var(--_space);
    }
    .head > *,
    .head .find,
    .head .facts {
      flex: 1 0 100%;
      min-width: 0;
    }
    .actions,
    .head .foot-line {
      display: contents;
    }
    .head .find {
      margin-block-start: 1.25em;
    }
    .head .reading {
      order: 1;
      flex: 1 0 0;
      margin-block-start: 1em;
    }
    .actions > .who {
      order: 2;
      margin-block-start: 1em;
    }
    .head .facts {
      order: 3;
      margin-block-start: 0.7em;
    }
    /* A phone prints by its own menu. */
    .actions .print {
      display: none;
    }
    /* Out of sight, and still the button's name. */
    .languages .long {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .languages .short {
      display: inline;
    }
    .languages button {
      position: relative;
      min-width: 2em;
    }
    .summary {
      font-size: 1.1em;
      line-height: 1.45;
    }
    .masthead {
      margin-block-end: 0.6em;
    }
  }

  .contents {
    border-block: 1px solid var(--_border);
    margin-block-end: calc(var(--_space) * 2.5);
  }
  .contents summary {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 3em;
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  .contents summary::-webkit-details-marker {
    display: none;
  }
  .contents summary .icon {
    color: var(--_muted);
    transition: rotate var(--_fast);
  }
  .contents [open] > summary .icon {
    rotate: 180deg;
  }
  .contents details > .contents-list {
    padding-block-end: 1em;
  }
  .contents-list a {
    display: grid;
    grid-template-columns: 1.75em minmax(0, 1fr);
    gap: 0.35em;
    padding-block: 0.32em;
    color: inherit;
    font-size: var(--_s-small);
    line-height: 1.35;
    text-decoration-line: none;
    hyphens: manual;
  }
  .contents-list .number {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4.5);
  }

  /* 60em: see has-room.ts. */
  @container policy (min-width: 60em) {
    .columns {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      gap: calc(var(--_space) * 4);
    }
    .contents {
      position: sticky;
      top: var(--policy-sticky-top, 1.5em);
      align-self: start;
      max-height: calc(100vh - var(--policy-sticky-top, 1.5em) - 1.5em);
      margin: 0 0 0 -0.85em;
      padding-inline-start: 0.85em;
      border: 0;
      overflow-y: auto;
      scrollbar-width: thin;
    }
    .contents-list a {
      margin-inline-start: -0.85em;
      padding-inline-start: calc(0.85em - 2px);
      border-inline-start: 2px solid transparent;
    }
    .contents-list a[aria-current] {
      border-color: var(--_accent);
    }
    .contents-list a[aria-current] .name {
      font-weight: 600;
    }
    /* Keeps the room that the title takes when it is current, so that no line breaks anew. */
    .contents-list .name::after {
      content: attr(data-name);
      content: attr(data-name) / '';
      display: block;
      height: 0;
      overflow: hidden;
      font-weight: 600;
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .languages button:not([aria-pressed='true']),
    .contents-list a:not([aria-current]) {
      border-color: Canvas !important;
    }
    .languages button[aria-pressed='true'],
    .contents-list a[aria-current] {
      border-color: Highlight !important;
    }
  }
`;
