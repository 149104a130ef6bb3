/**
 * The page in the frame. It shows a policy to anybody; it tells its height, and lets a reader
 * confirm, only where it stands alone or within pages that the site trusts: else a page elsewhere
 * could lay it under a button of its own, and have people confirm what they never saw.
 */
import { HEIGHT, HELLO, kindOf, READY } from './messages.js';
import { ParameterError, readParameters, type FrameParameters } from './parameters.js';
import { languageOf, sentence } from './sentences.js';

interface PolicyLike extends HTMLElement {
  shownPolicy?: { title?: Record<string, string> | string };
}

const meta = document.querySelector<HTMLMetaElement>('meta[name=policy-frame-hosts]');
const trusted = new Set([location.origin, ...(meta?.content.split(/\s+/) ?? [])]);
trusted.delete('');

const alone = parent === window;
const main = document.querySelector('main')!;

function show({ element, attributes, endpoint }: FrameParameters): void {
  const shown: PolicyLike = document.createElement(element);
  for (const [name, value] of Object.entries(attributes)) shown.setAttribute(name, value);
  const { lang } = attributes;
  if (lang) document.documentElement.lang = lang;
  const confirm = confirming(shown, endpoint);
  if (alone || amongTrusted()) confirm();
  shown.addEventListener('policy-load', () => name(shown));
  shown.addEventListener('policy-language', () => name(shown));
  main.append(shown);
  talk(confirm);
}

/** Without the form, until the returned function is called. */
function confirming(shown: HTMLElement, endpoint: string | undefined): () => void {
  const hide = shown.getAttribute('hide') ?? '';
  shown.setAttribute('hide', `${hide} acknowledgement`.trim());
  return () => {
    if (!endpoint) return;
    shown.setAttribute('hide', hide);
    shown.setAttribute('endpoint', endpoint);
  };
}

/** Whether every page around is trusted, where the browser tells them. */
function amongTrusted(): boolean {
  const around = location.ancestorOrigins as DOMStringList | undefined;
  return around !== undefined && [...around].every((origin) => trusted.has(origin));
}

/** The page around says hello; who is not trusted is not heard. */
function talk(confirm: () => void): void {
  if (alone) return;
  let observer: ResizeObserver | undefined;
  addEventListener('message', ({ data, source, origin }) => {
    if (source !== parent || kindOf(data) !== HELLO || !trusted.has(origin)) return;
    // Firefox tells no page further up: there only the one around may be.
    if (location.ancestorOrigins === undefined && parent === top) confirm();
    observer?.disconnect();
    observer = new ResizeObserver(() => {
      const { height } = main.getBoundingClientRect();
      parent.postMessage({ type: HEIGHT, height }, origin);
    });
    observer.observe(main);
  });
  parent.postMessage({ type: READY }, '*');
}

function name(shown: PolicyLike): void {
  const title = shown.shownPolicy?.title;
  const lang = shown.lang.slice(0, 2);
  const text = typeof title === 'string' ? title : (title?.[lang] ?? Object.values(title ?? {})[0]);
  if (text) document.title = text;
}

try {
  show(readParameters(new URL(location.href)));
} catch (error) {
  if (!(error instanceof ParameterError)) throw error;
  const lang = languageOf([
    new URLSearchParams(location.search).get('lang') ?? '',
    ...navigator.languages,
  ]);
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = sentence(error, lang);
  document.documentElement.lang = lang;
  main.append(words);
  talk(() => {});
}
