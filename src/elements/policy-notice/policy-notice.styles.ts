import { css } from 'lit';

export const styles = css`
  /* Where there is nothing to tell, it takes no room; nor does it hold any meanwhile. */
  .content:not(:has(.notice, .error)) {
    padding: 0;
  }
  .skeleton {
    display: none;
  }
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 0.75em;
    padding: 1em 1.1em 1.1em;
    border: 1px solid color-mix(in oklab, var(--_surface), var(--_accent) 30%);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_tint);
  }
  .notice > .icon {
    margin-block-start: 0.15em;
    color: var(--_accent);
  }
  .title {
    font-size: 1.1em;
  }
  .told {
    max-width: var(--_measure);
  }
  .told > * + * {
    margin-block-start: 0.3em;
  }
  .notice > .button {
    grid-column: 2;
    justify-self: start;
    text-decoration-line: none;
  }
  .notice > .button:hover {
    text-decoration-line: underline;
  }
  @container policy (min-width: 44em) {
    .notice {
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: 1em;
    }
    .notice > .button {
      grid-column: 3;
      align-self: center;
    }
  }
  @container policy (max-width: 26em) {
    .notice > .button {
      grid-column: 1 / -1;
      justify-self: stretch;
    }
  }
  @media print {
    .notice {
      display: none;
    }
  }
`;
