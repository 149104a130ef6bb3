import { css } from 'lit';

/** On a screen in a meeting: read from the back of the room. */
export const presenterStyles = css`
  .presented {
    font-size: clamp(1.1em, 0.65em + 1.1cqi, 2.4em);
  }
  .presented .track {
    margin-block-end: 0.75em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    margin-block-end: 1em;
    color: var(--_muted);
    font-size: 0.7em;
  }
  .letter {
    grid-row: 1 / span 2;
    color: var(--_accent);
    font-weight: 600;
  }
  .presented .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    gap: 0.1em 0.75em;
    padding-block: 0.6em;
  }
  .presented .mark-of {
    grid-column: 2;
  }
  .presented .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.25em;
  }
  @container policy (min-width: 48em) {
    .presented .options {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  :host(:fullscreen) {
    overflow: auto;
  }
  :host(:fullscreen) .frame {
    min-height: 100%;
  }
  :host(:fullscreen) .quiz {
    min-height: 75vh;
  }
`;
