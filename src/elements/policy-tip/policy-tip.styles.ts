import { css } from 'lit';

export const styles = css`
  .tip > * + * {
    margin-block-start: 0.6em;
  }
  .tip > *,
  .answered {
    max-width: var(--_measure);
  }
  .kicker {
    display: flex;
    align-items: center;
    gap: 0.4em;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  .kicker .icon {
    color: var(--_accent);
  }
  .title {
    font-size: var(--_s-large);
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 0.3em;
    margin-block-end: 0.15em;
    font-family: var(--_family);
    font-size: 0.75em;
  }
  .kind.do {
    color: var(--_positive);
  }
  .kind.dont {
    color: var(--_negative);
  }
  .options {
    padding-inline-start: 1.3em;
  }
  summary {
    display: inline-block;
    min-height: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.18em;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    text-decoration-thickness: 0.13em;
  }
  .answered {
    margin-block-start: 0.5em;
  }
  .answered > * + * {
    margin-block-start: 0.4em;
  }
  .right {
    display: flex;
    gap: 0.4em;
  }
  .right .icon {
    color: var(--_positive);
  }
`;
