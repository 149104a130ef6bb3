import { css } from 'lit';

export const styles = css`
  .search {
    position: relative;
  }
  .search > .icon {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: 0.8em;
    color: var(--_muted);
    pointer-events: none;
  }
  .search > .input {
    scroll-margin-block-start: var(--policy-scroll-margin, 0.75em);
    padding-inline-start: 2.6em;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .hits {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.35em);
    inset-inline: 0;
    min-width: min(100%, 20em);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 0.2em);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .hits:not([hidden]) {
    display: flex;
    flex-direction: column;
    max-height: min(28em, 70vh);
    overflow-y: auto;
  }
  .hits > * {
    flex: none;
  }
  /* The list scrolls, not what surrounds it: the arrow keys move through it. */
  #hits:has([role='option']) {
    flex: 0 1 auto;
    min-height: 4em;
    padding: 0.35em;
    overflow-y: auto;
    scroll-padding-block: 0.35em;
  }
  .closest:not(:first-child) {
    margin-block-start: 0.35em;
    padding-block-start: 0.35em;
    border-block-start: 1px solid var(--_border);
  }
  #closest,
  .lead-title {
    padding: 0.35em 0.75em;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .closest:first-child > #closest {
    display: none;
  }
  .account,
  .lead-on {
    padding: 0.75em 1.1em;
  }
  .account + * {
    border-block-start: 1px solid var(--_border);
  }
  .account .verdict {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.6em;
  }
  .account strong {
    display: block;
  }
  .verdict.ours .icon {
    color: var(--_positive);
  }
  .verdict.look-alike .icon {
    color: var(--_negative);
  }
  .lead-on {
    padding-block-start: 0;
  }
  .lead-on .lead-title {
    padding: 0.6em 0 0.2em;
  }
  .lead-on li {
    padding-block: 0.3em;
  }
  [role='option'] {
    padding: 0.6em 0.75em;
    border-radius: var(--_radius);
    line-height: 1.4;
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--_raised);
  }
  [role='option'][aria-selected='true'] {
    background: var(--_tint);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .hit-title {
    margin-inline-end: 0.4em;
    font-weight: 600;
  }
  .within {
    display: inline-block;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .passage {
    display: block;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  mark {
    background: none;
    color: var(--_text);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.12em;
    text-underline-offset: 0.15em;
  }
  .nothing {
    padding: 0.75em 1.1em;
    color: var(--_muted);
  }
  .hits > .text-button {
    align-self: flex-start;
    margin: 0 1.1em 0.75em;
  }
`;
