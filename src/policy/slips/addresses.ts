/** Addresses that lead elsewhere than their writer meant. */

const ENDINGS =
  /\.(?:be|com|org|net|eu|nl|fr|de|lu|uk|io|info|app|dev|brussels|vlaanderen|gent|example)(?=[/?#:]|$)/i;
const MAIL = /^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$/i;

/** What an address without a scheme was likely meant to be; nothing where it is meant so. */
export function addressSlip(address: string): string | undefined {
  const trimmed = address.trim();
  if (MAIL.test(trimmed)) return `mailto:${trimmed}`;
  if (/^(?:[a-z][a-z0-9+.-]*:|[/.#?])/i.test(trimmed) || /\s/.test(trimmed)) return undefined;
  const host = trimmed.split(/[/?#]/, 1)[0]!;
  const named = /^www\./i.test(host) || ENDINGS.test(host);
  return named && host.includes('.') ? `https://${trimmed}` : undefined;
}

/** The address with its scheme as it should be written. */
export function mendedAddress(address: string): string | undefined {
  const trimmed = address.trim();
  const mended = trimmed
    .replace(/^h?t?tps?[:;]?\/{1,3}|^https?:(?!\/\/)\/?/i, (scheme) =>
      /s[:;]?\//i.test(scheme) || /^https/i.test(scheme) ? 'https://' : 'http://',
    )
    .replace(/^\/\/(?=[^/])/, 'https://')
    .replaceAll(' ', '%20');
  return mended !== address && /^https?:\/\/[^/\s]+/.test(mended) ? mended : addressSlip(trimmed);
}
