/** The page around a text: head, menu, what is on the page, foot. No script or style stands in it. */
import { escape } from './markdown.js';

const NAME = 'Policy Elements';

/** @param {[address: string, text: string]} link */
function entry([address, text], current) {
  const mark = address === current ? ' aria-current="page"' : '';
  return `<li><a href="${escape(address)}"${mark}>${escape(text)}</a></li>`;
}

function menuGroup({ title, links }, current) {
  const entries = links.map((link) => entry(link, current)).join('');
  return `<p class="group">${escape(title)}</p><ul>${entries}</ul>`;
}

/** Only where there is something to choose. */
function here(headings) {
  if (headings.length < 2) return '';
  const entries = headings.map(({ id, text }) => entry([`#${id}`, text])).join('');
  return `<nav class="here" aria-labelledby="site-here"><p id="site-here" class="group">On this page</p><ul>${entries}</ul></nav>`;
}

/** @returns {string} the whole page */
export function layout({ address, title, html, headings, menu, version, module, wide }) {
  const ownModule = module ? `<script type="module" src="${escape(module)}"></script>\n` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === NAME ? NAME : `${escape(title)} · ${NAME}`}</title>
<link rel="icon" href="favicon.svg">
<link rel="stylesheet" href="site.css">
<script src="scheme.js"></script>
<script type="module" src="assets/policy-elements.js"></script>
<script type="module" src="site.js"></script>
${ownModule}</head>
<body>
<a class="skip" href="#site-text">Skip to the text</a>
<header class="top">
<a class="brand" href="index.html"><img src="favicon.svg" alt="" width="28" height="28">${NAME}</a>
<search class="search">
<label for="site-query">Search the docs</label>
<input id="site-query" type="search" autocomplete="off" placeholder="Search" enterkeyhint="search">
<div id="site-found" class="found" hidden><p role="status"></p><ul></ul></div>
</search>
<button type="button" class="scheme" hidden>Dark</button>
</header>
<div class="columns${wide ? ' is-wide' : ''}">
<details class="menu"><summary>All pages</summary><nav aria-label="All pages">
${menu.map((group) => menuGroup(group, address)).join('\n')}
</nav></details>
<main id="site-text" tabindex="-1">
${html}
</main>
${here(headings)}
</div>
<footer class="foot"><p>${NAME} ${escape(version)}. <a href="licence.html">MIT</a>. <a href="changelog.html">What is new</a>.</p></footer>
</body>
</html>
`;
}
