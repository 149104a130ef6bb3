import { css } from 'lit';

export const styles = css`
  .items {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-width: var(--_measure);
  }
  .item-title + * {
    margin-block-start: 0.25em;
  }
  .items li > * + .prose,
  .items li > * + p {
    margin-block-start: 0.4em;
  }
  .list {
    padding-inline-start: 1.4em;
    margin-block-start: 0.5em;
  }
  .list li + li {
    margin-block-start: 0.3em;
  }
  .list li::marker {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .reply {
    margin-block-start: 0.75em;
    padding: 0.75em 0.95em 0.85em;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_s-small);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin-block-start: 0.4em;
    color: var(--_muted);
  }
`;
