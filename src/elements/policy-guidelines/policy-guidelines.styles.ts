import { css } from 'lit';

export const styles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 2.25);
    align-items: start;
  }
  .long > .card {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(3.8em + var(--_letters, 220) * var(--_letter, 0.044em));
  }
  .card {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_border);
  }
  @container policy (min-width: 50em) {
    .card {
      --_letter: 0.036em;
    }
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-block-end: 0.35em;
    font-size: var(--_s-small);
    font-weight: 600;
  }
  .kind.do {
    color: var(--_positive);
  }
  .kind.dont {
    color: var(--_negative);
  }
  .kind .icon {
    stroke-width: 2.25;
  }
  .item-title + .prose {
    margin-block-start: 0.4em;
  }
  .aside,
  .example,
  .topics {
    margin-block-start: 0.75em;
  }
  .aside,
  .example {
    font-size: var(--_s-small);
  }
  /* A post as somebody might write it; one not to write is crossed out. */
  .example {
    position: relative;
    padding: 0.7em 0.95em 0.85em;
    border: 1px solid var(--_border);
    border-start-start-radius: 0.2em;
    border-start-end-radius: 1em;
    border-end-end-radius: 1em;
    border-end-start-radius: 1em;
    background: var(--_raised);
  }
  figcaption {
    display: flex;
    align-items: center;
    gap: 0.3em;
    margin-block-end: 0.2em;
    color: var(--_muted);
    font-weight: 600;
  }
  figcaption .icon {
    width: 1.1em;
    height: 1.1em;
    stroke-width: 2.5;
  }
  .do figcaption {
    color: var(--_positive);
  }
  .dont figcaption {
    color: var(--_negative);
  }
  .dont .example {
    border-style: dashed;
    border-color: var(--_negative);
    background: none;
  }
  .dont .example blockquote {
    text-decoration: line-through;
    text-decoration-color: color-mix(in oklab, transparent, var(--_negative) 40%);
    text-decoration-thickness: 0.06em;
  }
  /* Side by side: what to do, and what not. */
  @container policy (min-width: 40em) {
    .cards:has(> .do):has(> .dont) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      grid-auto-flow: dense;
    }
    .cards:has(> .dont) > .do {
      grid-column: 1;
    }
    .cards:has(> .do) > .dont {
      grid-column: 2;
    }
  }
  .example .prose {
    hyphens: none;
  }
`;
