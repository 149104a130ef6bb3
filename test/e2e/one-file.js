/** Pages with the ready-made file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePolicy } from '../../dist/index.js';
import { html, root, SCRIPT } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
const compiled = (lang, files = {}) => JSON.stringify(compilePolicy(sample, lang, { files }));
const FIVE = 'sections="text rules guidelines profiles faq" hide="acknowledgement"';

/** What such a site serves; `first` is a script that runs before all else. */
export function pagesOfOneFile(first = '') {
  const viewer = (src) =>
    html(`<policy-viewer src="${src}" ${FIVE}></policy-viewer>`, { head: first + SCRIPT });
  return {
    '/a.nl.compiled.json': compiled('nl', { fr: 'a.fr.compiled.json' }),
    '/a.fr.compiled.json': compiled('fr', { nl: 'a.nl.compiled.json' }),
    '/compiled': viewer('/a.nl.compiled.json'),
    '/whole': viewer('/policies/sample.json'),
    '/versioned': html(
      '<policy-viewer src="/policies/sample.json"></policy-viewer><policy-quiz src="/policies/sample.json"></policy-quiz>',
      {
        head: `${first}<script type="module" src="/assets/policy-elements.js?v=2"></script>`,
      },
    ),
  };
}

/** Which of our files are among these addresses: '' for the first, the others by their names. */
export const scriptsOf = (requests) =>
  requests
    .map((each) => /policy-elements(?:\.([a-z-]+?)(?:-[a-z0-9]{8})?)?\.js$/.exec(each))
    .filter(Boolean)
    .map(([, name = '']) => name)
    .sort();

/** Each of these files is held until all of them were asked for. */
export async function holdUntilAsked(site, paths) {
  const asked = new Set();
  let release;
  const all = new Promise((resolve) => (release = resolve));
  for (const path of paths) {
    const body = await fetch(site.address + path).then((response) => response.text());
    site.pages[path] = {
      body,
      get held() {
        if (asked.add(path).size === paths.length) release();
        return all;
      },
    };
  }
}

/* In the page. */
export const whole = () => {
  const { shadowRoot } = document.querySelector('policy-viewer');
  return shadowRoot?.querySelector('[part=title]') && !shadowRoot.querySelector(':not(:defined)');
};

/* In the page: a component of it with an element of ours, defined before or after it is put in. */
export function addComponent(early) {
  const name = `page-part-${early}`;
  const define = () =>
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback() {
          const tag = early ? 'policy-quiz' : 'policy-rollout';
          const part = document.createElement(tag);
          part.setAttribute('src', '/policies/sample.json');
          this.attachShadow({ mode: 'open' }).append(part);
        }
      },
    );
  if (early) define();
  document.body.append(document.createElement(name));
  if (!early) setTimeout(define, 300);
}

/* In the page: what is in that component is drawn. */
export const componentDrawn = (early) =>
  document
    .querySelector(`page-part-${early}`)
    .shadowRoot?.firstElementChild.shadowRoot?.querySelector('[part=section]');

/* In the page: an element that comes later. */
export function addLate() {
  const late = document.createElement('policy-changes');
  document.body.append(document.createElement('div').appendChild(late).parentElement);
}

/* In the page: until all that was asked for is there. */
export const lateDrawn = () =>
  customElements.get('policy-changes') &&
  document.querySelector('policy-quiz').shadowRoot?.textContent.includes('Test jezelf');

/* In the page: an element that came later has the base of one that was there. */
export function sameBase() {
  const above = (tag) => Object.getPrototypeOf(customElements.get(tag));
  return Object.getPrototypeOf(above('policy-quiz')) === Object.getPrototypeOf(above('policy-faq'));
}
