import { css } from 'lit';

/** What every element does without in its first picture: the pointer, notes, what is busy. */
export const late = css`
  a:hover {
    text-decoration-thickness: 0.13em;
  }
  .more > summary:hover .do {
    text-decoration-thickness: 0.13em;
  }
  .button:hover {
    background: var(--_raised);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_button), var(--_text) 16%);
  }
  .note .text-button:not(:first-child, :only-child) {
    margin-inline-start: 0.3em;
  }
  .fallback {
    margin-block-start: 1em;
  }
  .note code {
    overflow-wrap: anywhere;
  }
  .note ul {
    padding-inline-start: 1.2em;
  }
  .gap {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
`;
