import { BlockList } from 'node:net';
import { daysIn } from '../duration.js';
import { addRange } from '../identity/proxy.js';

/* Each reads the text of a setting, or throws an Error that says what it must be. */

export const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    throw new Error(`must be a number from ${least} to ${most}`);
  };

export const choice =
  <Value extends string>(...values: readonly Value[]) =>
  (text: string): Value => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new Error(`must be one of ${values.join(', ')}`);
  };

export function plain(text: string): string {
  if (text.trim() === '') throw new Error('must not be empty');
  return text;
}

export function secret(text: string): string {
  if (/^[\x21-\x7e]{16,}$/.test(text)) return text;
  throw new Error('must be at least 16 letters, digits and signs, without spaces');
}

export function headerName(text: string): string {
  // An underscore is how a header is smuggled past a proxy.
  if (/^[A-Za-z0-9-]+$/.test(text)) return text;
  throw new Error('must be the name of a header, of letters, digits and hyphens');
}

export const list =
  <Value>(read: (text: string) => Value) =>
  (text: string): Value[] =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
      .map(read);

export function postgresUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Error('must be an address like postgres://user:password@host:5432/database');
}

export function webUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error('must be an address like https://intranet.example');
}

export function smtpUrl(text: string): string {
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname) {
    return text;
  }
  throw new Error('must be an address like smtps://user:password@mail.example:465');
}

export function mailAddress(text: string): string {
  if (/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/.test(text)) return text;
  throw new Error('must be one e-mail address, without a name: hr@example.org');
}

/** An address that others are resolved against. */
export const folderUrl = (text: string): string => webUrl(text).replace(/\/*$/, '/');

export const reviewDays = (text: string): number[] =>
  text === 'off' ? [] : list(whole(0, 365))(text);

export function origin(text: string): string {
  if (webUrl(text) && new URL(text).origin === text) return text;
  throw new Error(`must be origins like https://intranet.example, without a path`);
}

export function basePath(text: string): string {
  const path = text.replace(/\/+$/, '');
  if (path === '' || /^(\/[A-Za-z0-9._~-]+)+$/.test(path)) return path;
  throw new Error('must be a path like /policy');
}

export function addressRange(text: string): string {
  addRange(new BlockList(), text);
  return text;
}

export function retention(text: string): string {
  // The database holds the same: what is younger it does not let go.
  if ((daysIn(text) ?? 0) >= 30) return text;
  throw new Error('must be a period like P5Y or P18M, of thirty days or more');
}

export function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new Error('must be a time zone like Europe/Brussels');
  }
}
