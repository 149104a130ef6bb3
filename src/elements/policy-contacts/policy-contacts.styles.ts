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
`;
