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
    overflow: hidden;
  }
  #hits {
    max-height: min(26em, 70vh);
    padding: 0.35em;
    list-style: none;
    overflow-y: auto;
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
    font-weight: 600;
  }
  .within {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .within::before {
    content: '· ';
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
    padding: 0.6em 0.75em;
    color: var(--_muted);
  }
`;
