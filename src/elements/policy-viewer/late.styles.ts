import { css } from 'lit';

/**
 * What comes after the first picture: who the reader is, what the pointer shows, the end of the
 * policy, and the way back to its contents.
 */
export const lateStyles = css`
  .who fieldset {
    position: absolute;
    z-index: 10;
    inset-block-start: 100%;
    inset-inline-end: 0;
    width: max-content;
    min-width: 0;
    max-width: min(24em, 100%);
    max-height: 70vh;
    overflow-y: auto;
    margin: 0.35em 0 0;
    padding: 0.9em 1em 0.6em;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 0.2em);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .who legend {
    float: inline-start;
    width: 100%;
    margin-block-end: 0.4em;
    padding: 0;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .who label {
    clear: both;
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.65em;
    min-height: 2.5em;
    padding-block: 0.35em;
    line-height: 1.35;
    cursor: pointer;
  }
  .who .inline {
    display: block;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .who input {
    width: 1.15em;
    height: 1.15em;
    accent-color: var(--_accent);
  }
  @container policy (max-width: 30em) {
    .who fieldset {
      inset: auto 0;
      width: auto;
      max-width: none;
    }
  }

  .organisation a:hover {
    text-decoration-line: underline;
  }
  .languages button:not([aria-pressed='true']):hover {
    color: var(--_text);
    border-color: var(--_border);
  }
  .contents-list a:hover {
    color: var(--_accent);
    text-decoration-line: underline;
  }
  .doors a:hover {
    background: color-mix(in oklab, var(--_tint), var(--_accent) 12%);
  }

  .all-first {
    display: grid;
    justify-items: start;
    gap: 1em;
  }
  .about {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_s-small);
  }
  .about .section-title {
    font-size: var(--_s-large);
  }
  .about-block {
    margin-block-start: calc(var(--_space) * 1.75);
  }
  .about-title {
    margin-block-end: 0.5em;
  }
  .about-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    gap: 1em 2.5em;
  }
  .about-list .item-title {
    font-weight: 400;
  }
  .about-list .prose,
  .about-list .facts {
    color: var(--_muted);
    font-size: 1em;
  }
  .history {
    grid-template-columns: minmax(0, 1fr);
  }
  .history .when {
    font-variant-numeric: tabular-nums;
  }
  .adoption {
    display: grid;
    gap: 0.35em;
  }
  .adoption > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .adoption dt {
    color: var(--_muted);
  }

  .dock {
    position: sticky;
    z-index: 5;
    inset-block-end: max(0.6em, env(safe-area-inset-bottom));
    display: flex;
    justify-content: center;
    gap: 0.25em;
    width: fit-content;
    max-width: 100%;
    margin: 1.5em auto 0;
    padding: 0.2em;
    border: 1px solid var(--_border);
    border-radius: 2em;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .dock button {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-width: 0;
    min-height: 2.75em;
    padding: 0.3em 1em;
    border: 0;
    border-radius: 2em;
    background: none;
    font-size: var(--_s-small);
    font-weight: 600;
    cursor: pointer;
  }
  .dock button:hover {
    background: var(--_raised);
  }
  .dock .back > span {
    overflow: hidden;
    max-width: 14em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container policy (max-width: 30em) {
    .dock .back > span {
      max-width: 9em;
    }
  }
  @media (forced-colors: active) {
    .dock button {
      border: 1px solid CanvasText;
    }
  }
`;
