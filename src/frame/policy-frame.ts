/**
 * For the page around: every frame that shows `policy-frame.html` gets the height of what it shows.
 * Only the frame itself is heard, and only while it is at the origin its `src` names.
 */
import { heightOf, HELLO, kindOf, READY } from './messages.js';

const PAGE = /\/policy-frame\.html$/;

/** Where the frame is meant to be; nothing where it is none of ours. */
function addressOf(frame: HTMLIFrameElement): URL | undefined {
  try {
    const address = new URL(frame.src, document.baseURI);
    return PAGE.test(address.pathname) ? address : undefined;
  } catch {
    return undefined;
  }
}

/** A frame that is still empty is at no origin: a word to it would only fill the console. */
const isEmpty = (frame: HTMLIFrameElement) => frame.contentDocument?.URL === 'about:blank';

function greet(frame: HTMLIFrameElement, origin: string): void {
  frame.contentWindow?.postMessage({ type: HELLO }, origin);
}

function onMessage({ data, source, origin }: MessageEvent): void {
  const frame = [...document.querySelectorAll('iframe')].find(
    ({ contentWindow }) => contentWindow !== null && contentWindow === source,
  );
  if (!frame || addressOf(frame)?.origin !== origin) return;
  const height = heightOf(data);
  if (kindOf(data) === READY) greet(frame, origin);
  else if (height !== undefined) frame.style.height = `${height}px`;
}

addEventListener('message', onMessage);
for (const frame of document.querySelectorAll('iframe')) {
  const address = addressOf(frame);
  if (address && !isEmpty(frame)) greet(frame, address.origin);
}
