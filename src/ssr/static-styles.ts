/** Styles of what a server rendered. */

const comments = /\/\*[^]*?\*\//g;

const slim = (css: string): string =>
  css
    .replace(comments, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

/**
 * Where no script runs there is nothing to press, and nothing that waits its turn: all of it is
 * open, and what only scripts can do is left out.
 * @param when a media query
 */
const whileServerRendered = (when: string): string => `
  @media ${when} {
    button:not(.choice), form, fieldset > .answers, .controls, .status, .account, .actions,
    .languages, .screen, .copy, .foot, .hits, .progress {
      display: none !important;
    }
    policy-search, policy-acknowledgement, .contents-list li:has([href$='/acknowledgement']) {
      display: none !important;
    }
    .choice { pointer-events: none; }
    details::details-content { content-visibility: visible !important; block-size: auto; }
    summary > .icon { display: none !important; }
    [data-row][hidden] { display: revert !important; }
    @container policy (min-width: 60em) { .contents summary { display: none !important; } }
  }`;

/** What every element has in common. */
export const commonStyles = (sheets: readonly string[], when: string): string =>
  slim(sheets.join('') + whileServerRendered(when));

/**
 * What one element has of its own. What its styles say for paper, where there is nothing to press
 * either, holds here too.
 */
export function ownStyles(sheets: readonly string[], when: string | undefined): string {
  const css = sheets.join('');
  return slim(when ? css.replace(/@media print(?= *\{)/g, `@media print, ${when}`) : css);
}
