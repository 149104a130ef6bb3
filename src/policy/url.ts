/** Which addresses a policy may lead to. Everything in a policy is untrusted. */

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const PLACEHOLDER = 'http://relative.invalid/';
// What RFC 3986 allows in an address, and letters of any language, which browsers encode.
const ADDRESS = /^[\w\-.~:/?#[\]@!$&'()*+,;=%\p{L}\p{N}\p{M}]+$/u;
// An image is fetched without anyone pressing it: nothing that looks like a piece of script or markup.
const IMAGE_ADDRESS = /^[\w\-.~:/?#@&+,;=%\p{L}\p{N}\p{M}]+$/u;

function parse(href: string, base: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** Whether the address has a scheme of its own, as a browser would read it. */
export function isAbsolute(href: string): boolean {
  return parse(href, PLACEHOLDER)?.href === parse(href, 'http://other.invalid/')?.href;
}

/**
 * The address a link may go to: http, https, mailto, tel, or relative to `base`
 * (where the policy was loaded from). `undefined` for every other one.
 */
export function safeLink(href: string, base?: string): string | undefined {
  const address = href.trim();
  const url = parse(address, PLACEHOLDER);
  if (!address || !url || !SAFE.has(url.protocol)) return undefined;
  if (address.startsWith('#') || !base) return address;
  return parse(address, base)?.href;
}

/** As `safeLink`, for the strict field `url`: no spaces, quotes or brackets of markup. */
export function safeAddress(href: string, base?: string): string | undefined {
  return ADDRESS.test(href.trim()) ? safeLink(href, base) : undefined;
}

/** The address of an image: http, https or relative, and nothing that is not plainly an address. */
export function safeImage(src: string, base?: string): string | undefined {
  const address = src.trim();
  if (!IMAGE_ADDRESS.test(address) || address.startsWith('#')) return undefined;
  const url = parse(address, PLACEHOLDER);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A bare word is no file: it would ask the server for anything a text happens to say.
  if (!isAbsolute(address) && !/[./]/.test(address)) return undefined;
  return base ? parse(address, base)?.href : address;
}

/** Nothing in an address may add a subject or a text to the mail. */
export const mailTo = (email: string): string =>
  `mailto:${email.trim().replace(/[%?&#]/g, encodeURIComponent)}`;
