/** The page around a text: head, menu, what is on the page, foot. No script or style stands in it. */
import { escape } from './markdown.js';
import { nameOf, WORDS } from './words.js';

const NAME = 'Policy Elements';

/** Where the stories begin, which are shown in the language of the page that leads to them. */
export const STORIES = 'stories/index.html';
const addressIn = (address, language) =>
  address === STORIES ? `${address}?globals=language:${language}` : address;

/** @param {[address: string, text: string]} link */
function entry([address, text], current) {
  const mark = address === current ? ' aria-current="page"' : '';
  return `<li><a href="${escape(address)}"${mark}>${escape(text)}</a></li>`;
}

/** What is in the language of the page comes first. */
function menuOf(groups, language, current) {
  const isOwn = (group) => group.language === language;
  const sorted = [...groups].sort((one, other) => isOwn(other) - isOwn(one));
  return sorted
    .map((group) => {
      const lang = isOwn(group) ? '' : ` lang="${group.language}"`;
      const entries = group.links
        .map(([address, text]) => entry([addressIn(address, language), text], current))
        .join('');
      return `<p class="group"${lang}>${escape(group.title)}</p><ul${lang}>${entries}</ul>`;
    })
    .join('\n');
}

/** Only where there is something to choose. */
function here(headings, words) {
  if (headings.length < 2) return '';
  const entries = headings.map(({ id, text }) => entry([`#${id}`, text])).join('');
  return `<nav class="here" aria-labelledby="site-here"><p id="site-here" class="group">${words.here}</p><ul>${entries}</ul></nav>`;
}

/** The same text in other languages, where it is. */
function languageChoice(versions, current, words) {
  if (!versions.length) return '';
  const entries = versions.map(([language, address]) => {
    const mark = address === current ? ' aria-current="page"' : '';
    return `<li><a href="${escape(address)}" lang="${language}" hreflang="${language}"${mark}>${nameOf(language)}</a></li>`;
  });
  return `<nav class="languages" aria-label="${escape(words.languages)}"><ul>${entries.join('')}</ul></nav>\n`;
}

const alternates = (versions) =>
  versions
    .map(
      ([language, address]) =>
        `<link rel="alternate" hreflang="${language}" href="${escape(address)}">\n`,
    )
    .join('');

function head(language, words) {
  const said = ['found', 'nothing', 'failed'].map((id) => ` data-${id}="${escape(words[id])}"`);
  return `<header class="top">
<a class="brand" href="index.html"><img src="favicon.svg" alt="" width="28" height="28">${NAME}</a>
<search class="search">
<label for="site-query">${words.searchLabel}</label>
<input id="site-query" type="search" autocomplete="off" placeholder="${words.search}" enterkeyhint="search">
<div id="site-found" class="found" data-index="${indexFileOf(language)}"${said.join('')} hidden><p role="status"></p><ul></ul></div>
</search>
<button type="button" class="scheme" data-dark="${words.dark}" data-light="${words.light}" hidden>${words.dark}</button>
</header>`;
}

/** What is searched from a page in a language. */
export const indexFileOf = (language) =>
  language === 'en' ? 'search.json' : `search.${language}.json`;

/** @returns {string} the whole page */
export function layout(page) {
  const { address, title, html, headings, menu, version, module, wide } = page;
  const { language = 'en', versions = [] } = page;
  const words = WORDS[language];
  const ownModule = module ? `<script type="module" src="${escape(module)}"></script>\n` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === NAME ? NAME : `${escape(title)} · ${NAME}`}</title>
${alternates(versions)}<link rel="icon" href="favicon.svg">
<link rel="stylesheet" href="site.css">
<script src="scheme.js"></script>
<script type="module" src="assets/policy-elements.js"></script>
<script type="module" src="site.js"></script>
${ownModule}</head>
<body>
<a class="skip" href="#site-text">${words.skip}</a>
${head(language, words)}
<div class="columns${wide ? ' is-wide' : ''}">
<details class="menu"><summary>${words.pages}</summary><nav aria-label="${words.pages}">
${menuOf(menu, language, address)}
</nav></details>
<main id="site-text" tabindex="-1">
${languageChoice(versions, address, words)}${html}
</main>
${here(headings, words)}
</div>
<footer class="foot"><p>${NAME} ${escape(version)}. <a href="licence.html">MIT</a>. <a href="changelog.html">${words.news}</a>.</p></footer>
</body>
</html>
`;
}
