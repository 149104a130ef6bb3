import { css } from 'lit';

/** What can be played with: one surface, wherever it stands, and how far one has come. */
export const play = css`
  .play {
    padding: clamp(1em, 3cqi, 1.75em);
    border: 1px solid color-mix(in oklab, var(--_surface), var(--_accent) 30%);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_tint);
  }
  .play :is(.choice, .answer, .input) {
    background: var(--_surface);
  }
  .track {
    display: block;
    width: 100%;
    height: 0.4em;
    margin-block-end: 1em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    appearance: none;
    background: color-mix(in oklab, var(--_surface), var(--_accent) 22%);
  }
  .track::-webkit-progress-bar {
    background: transparent;
  }
  .track::-webkit-progress-value {
    border-radius: 1em;
    background: var(--_accent);
    transition: inline-size var(--_fast);
  }
  .track::-moz-progress-bar {
    border-radius: 1em;
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .track {
      height: 0.6em;
      border: 1px solid CanvasText;
    }
    .track::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
    .track::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .play {
      padding: 0;
      border: 0;
      background: none;
    }
    .track {
      display: none;
    }
  }
`;
