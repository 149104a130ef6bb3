import { css } from 'lit';

export const styles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5em 1.5em;
    max-width: var(--_measure);
    margin-block-end: 0.75em;
  }
  .find {
    flex: 1 1 16em;
  }
  .status {
    flex: 1 0 100%;
    order: 1;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .status:empty {
    position: absolute;
  }
  .controls > .text-button {
    margin-inline-start: auto;
    margin-block-end: 0.5em;
    font-size: var(--_s-small);
  }
  .entries {
    max-width: var(--_measure);
    border-block-end: 1px solid var(--_border);
  }
  .batch {
    contain-intrinsic-block-size: auto 138em;
  }
  .entries details {
    border-block-start: 1px solid var(--_border);
  }
  @container policy (min-width: 40em) {
    .batch {
      contain-intrinsic-block-size: auto 99em;
    }
  }
  .entries summary {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1em;
    padding-block: 0.9em;
    list-style: none;
    cursor: pointer;
  }
  .entries summary::-webkit-details-marker {
    display: none;
  }
  .entries .item-title {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .entries summary:hover .item-title {
    color: var(--_accent);
  }
  .entries summary .icon {
    align-self: center;
    color: var(--_muted);
    transition: rotate var(--_fast);
  }
  .entries [open] > summary .icon {
    rotate: 180deg;
  }
  /* Room for the ring of focus between the two. */
  [open] > summary {
    padding-block-end: 0.5em;
  }
  .answer {
    padding-inline-end: 2.25em;
    padding-block: 0.4em 1.4em;
  }
  @container policy (max-width: 30em) {
    .answer {
      padding-inline-end: 0;
    }
  }
  /* What is skipped off screen is clipped to its box: the ring stays inside. */
  .batch summary:focus-visible {
    outline-offset: -0.15em;
  }
`;
