import { css } from 'lit';

export const styles = css`
  .contacts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 2.25);
    align-items: start;
  }
  .contact {
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_border);
  }
  .role {
    color: var(--_muted);
  }
  .about,
  .ways {
    margin-block-start: 0.6em;
    text-wrap: pretty;
  }
  .languages {
    margin-block-start: 0.6em;
    color: var(--_muted);
    font-size: var(--_s-small);
  }
  @media print {
    .contacts {
      gap: 0.3em 1.2em;
    }
    .contact :is(h1, h2, h3, h4, h5, h6, .role) {
      display: inline;
      margin-inline-end: 0.4em;
    }
    .contact {
      padding-block-start: 0.1em;
      break-inside: avoid;
    }
    .about,
    .languages,
    .ways {
      margin-block-start: 0;
    }
    .languages {
      display: none;
    }
    .ways > li {
      display: inline;
      margin-inline-end: 0.8em;
    }
  }
`;
