import { css } from 'lit';

/** One thing at a time out of many, all of it on the page: large choices, and what waits its turn. */
export const choices = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: 0.75em;
  }
  .choice {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    width: 100%;
    min-height: 3.5em;
    padding: 0.75em 1.1em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: none;
    font-weight: 600;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    transition: background-color var(--_fast);
  }
  .choice:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choice > .icon {
    color: var(--_muted);
  }

  /* What is hidden, but found by the page search. */
  @supports (content-visibility: hidden) {
    .findable[hidden='until-found'] {
      display: block !important;
      content-visibility: hidden;
    }
  }
  .text-button:has(.icon) {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: 2.25em;
    text-decoration: none;
  }
  .text-button:has(.icon):hover {
    text-decoration: underline;
  }
  .text-button .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
  }

  @media print {
    .findable[hidden] {
      display: block !important;
      content-visibility: visible !important;
    }
    .findable,
    .findable :focus-visible {
      outline: none !important;
    }
    .screen,
    .copy {
      display: none !important;
    }
    /* On paper a choice is a title or an answer, not a button. */
    .choice {
      display: block !important;
      width: auto;
      min-height: 0;
      padding: 0;
      border: 0 !important;
      color: inherit !important;
      font-weight: inherit;
    }
  }
`;
