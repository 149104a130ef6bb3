import { css } from 'lit';

/** Ways in, the state of the confirmation, the two readings, and the way back. */
export const wayIn = css`
  .viewer:has(.reading:not([open])) [data-later] {
    display: none;
  }

  .status-line {
    display: flex;
    align-items: start;
    gap: 0.6em;
    margin-block-start: 1em;
    line-height: 1.4;
  }
  .status-line > .icon {
    margin-block-start: 0.15em;
    color: var(--_caution);
  }
  .status-line.done > .icon {
    color: var(--_positive);
  }
  .status-line a {
    white-space: nowrap;
  }

  .doors {
    margin-block-start: 0.75em;
  }
  .doors > ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.6em;
  }
  .doors li {
    display: grid;
  }
  .doors li:last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .doors a {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 3em;
    padding: 0.5em 0.8em;
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_text);
    font-weight: 600;
    line-height: 1.25;
    text-decoration-line: none;
    text-wrap: balance;
    hyphens: manual;
  }
  .doors .icon {
    color: var(--_accent);
  }

  .reading > summary {
    margin: 0;
    font-size: 1em;
  }
  .reading .now {
    color: var(--_text);
    font-weight: 600;
  }
  .foot-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25em 2em;
    margin-block-start: 1.25em;
  }

  .chapter {
    padding-block: 0.9em 0.2em;
    font-size: var(--_s-small);
    font-weight: 600;
    line-height: 1.35;
  }
  .contents-list > li:first-child > .chapter {
    padding-block-start: 0.32em;
  }
  .later > a {
    color: var(--_muted);
  }

  @container policy (min-width: 50em) {
    .doors > ul {
      grid-template-columns: repeat(auto-fit, minmax(10.5em, 1fr));
    }
    .doors li:last-child:nth-child(odd) {
      grid-column: auto;
    }
  }
  @container policy (max-width: 30em) {
    .doors > ul {
      gap: 0.5em;
    }
    .doors a {
      padding-inline: 0.65em;
      font-size: var(--_s-small);
    }
  }
  @media (forced-colors: active) {
    .doors a {
      border: 1px solid CanvasText;
    }
  }
`;
