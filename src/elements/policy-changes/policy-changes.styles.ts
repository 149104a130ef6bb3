import { css } from 'lit';

export const styles = css`
  .section {
    max-width: var(--_measure);
  }
  .group {
    margin-block: 1.5em 0.6em;
    font-family: var(--_family);
    font-size: var(--_s-small);
    color: var(--_muted);
  }
  .changes,
  .since {
    display: grid;
    gap: 1em;
  }
  .name {
    font-weight: 600;
  }
  .name a {
    color: inherit;
  }
  .within {
    color: var(--_muted);
    font-size: var(--_s-small);
    font-weight: 400;
  }
  .words {
    margin-block-start: 0.3em;
    color: var(--_muted);
  }
  ins,
  del {
    color: var(--_text);
    text-decoration-thickness: 0.09em;
  }
  ins {
    background: color-mix(in oklab, var(--_surface), var(--_positive) 14%);
    text-decoration-color: var(--_positive);
    text-underline-offset: 0.2em;
  }
  del {
    background: color-mix(in oklab, var(--_surface), var(--_negative) 10%);
    text-decoration-color: var(--_negative);
  }
  .editorial {
    margin-block-start: 1.5em;
    border-block: 1px solid var(--_border);
  }
  .editorial > summary {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    min-height: 3em;
    padding-block: 0.6em;
    list-style: none;
    cursor: pointer;
  }
  .editorial > summary::-webkit-details-marker {
    display: none;
  }
  .editorial > summary .icon {
    color: var(--_muted);
    transition: rotate var(--_fast);
  }
  .editorial[open] > summary .icon {
    rotate: 180deg;
  }
  .editorial > .changes:last-child {
    padding-block-end: 1.25em;
  }
`;
