import { css } from 'lit';

export const styles = css`
  .controls {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 14em));
    gap: 0.75em 1em;
    margin-block-end: 1.25em;
  }
  .status {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .status {
    margin-block-start: 0.5em;
  }
  .status:empty {
    position: absolute;
  }
  .managed {
    margin-block-end: 1.25em;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .groups {
    columns: 17.5em;
    column-gap: 3em;
  }
  .group {
    break-inside: avoid;
    padding-block-end: 1.25em;
  }
  /* A platform with many profiles goes on in the next column. */
  .group:has(.batch, .profile:nth-child(8)) {
    break-inside: auto;
  }
  .platform {
    display: flex;
    align-items: center;
    gap: 0.6em;
    margin-block-end: 0.25em;
    font-family: var(--_family);
    break-after: avoid;
  }
  .batch {
    break-inside: avoid;
    contain-intrinsic-block-size: auto 38em;
    /* What is around a profile is not cut off. */
    overflow-clip-margin: 0.75em;
  }
  .profile {
    position: relative;
    break-inside: avoid;
    margin-inline-start: 2.6em;
    padding-block: 0.4em;
    border-radius: var(--_radius);
    line-height: 1.4;
    transition-property: background-color, box-shadow;
    transition-duration: var(--_fast);
  }
  /* The room beside it is a shadow's: what sticks out would make a narrow page wider. */
  .profile:has(a:hover) {
    background: var(--_raised);
    box-shadow:
      -0.75em 0 var(--_raised),
      0.75em 0 var(--_raised);
  }
  .profile:has(a:focus-visible) {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.25em;
  }
  .square {
    display: grid;
    place-items: center;
    flex: none;
    width: 2em;
    height: 2em;
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_accent);
  }
  .name {
    padding-inline-end: 24px;
    font-weight: 600;
  }
  .name a {
    display: inline-block;
    min-height: 24px;
    text-decoration-line: none;
  }
  .name a:hover {
    text-decoration-line: underline;
  }
  .name a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .name a:focus-visible {
    outline: none;
  }
  .handle,
  .meta {
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .handle {
    overflow-wrap: anywhere;
    hyphens: none;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9em;
  }
  .purpose,
  .meta {
    margin-block-start: 0.25em;
    text-wrap: pretty;
  }
  .meta > span:first-letter {
    text-transform: uppercase;
  }
  .meta > span {
    display: inline-block;
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  .account {
    margin-block-end: calc(var(--_space) * 1.75);
  }
  .account label {
    color: var(--_text);
    font-weight: 600;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .ask .input {
    flex: 1 1 14em;
  }
  .verdict {
    display: flex;
    gap: 0.6em;
    margin-block-start: 0.9em;
  }
  .verdict .icon {
    margin-block-start: 0.15em;
    color: var(--_muted);
  }
  .verdict.ours .icon {
    color: var(--_positive);
    stroke-width: 2.5;
  }
  .verdict.look-alike .icon {
    color: var(--_negative);
  }
  @container policy (max-width: 36em) {
    .controls {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media print {
    .groups {
      columns: 2;
      column-gap: 1.2em;
    }
    .group {
      padding-block-end: 0.2em;
    }
    .platform {
      gap: 0.3em;
      margin-block-end: 0;
    }
    .profile {
      margin-inline-start: 1.7em;
      padding-block: 0.1em;
      line-height: 1.2;
    }
    .square {
      width: 1.4em;
      height: 1.4em;
      background: none;
    }
    .name a {
      min-height: 0;
    }
    .name a::after {
      content: none !important;
    }
    .purpose,
    .meta {
      margin-block-start: 0;
    }
    .meta {
      display: none;
    }
  }
`;
