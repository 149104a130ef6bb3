import { css } from 'lit';

/** What comes after the first picture: the end of the policy, and the way back to its contents. */
export const lateStyles = css`
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
