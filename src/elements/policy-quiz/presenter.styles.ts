import { css } from 'lit';

/** On a screen in a meeting: read from the back of the room. */
export const presenterStyles = css`
  .presented {
    font-size: clamp(1.1em, 0.7em + 1.6cqi, 3em);
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
    flex: none;
    min-width: 1.2em;
    color: var(--_accent);
    font-weight: 600;
  }
  .presented .choice {
    justify-content: start;
  }
  .presented .mark-of {
    margin-inline-start: auto;
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
