import { css } from 'lit';

export const styles = css`
  .channels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 2.25);
    align-items: start;
  }
  .channel {
    max-width: var(--_measure);
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_border);
  }
  .anonymity {
    display: flex;
    gap: 0.4em;
    margin-block: 0.4em 0.65em;
    font-size: var(--_s-small);
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
  }
  .anonymity .icon {
    margin-block-start: 0.08em;
    stroke-width: 2;
  }
  .anonymity.yes {
    color: var(--_positive);
  }
  .anonymity.no {
    color: var(--_muted);
  }
  .prose + .contact,
  .prose + .ways {
    margin-block-start: 0.75em;
  }
  .contact {
    font-weight: 600;
  }
  @media print {
    .channels {
      gap: 0.3em 1.2em;
    }
    .channel {
      padding-block-start: 0.15em;
    }
    .anonymity {
      margin-block: 0;
    }
    .prose + :is(.contact, .ways) {
      margin-block-start: 0;
    }
  }
`;
