/** Days and times in the time zone they were chosen in. */

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

// Swedish writes them as ISO 8601 does.
const format = (at: Date, timeZone: string, more: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', ...more }).format(at);

/** The ISO date of a moment there. */
export const dayIn = (at: Date, timeZone: string): string => format(at, timeZone, {});

/** `2026-12-14 09:00 Europe/Brussels` */
export const momentIn = (at: Date, timeZone: string): string =>
  `${format(at, timeZone, { timeStyle: 'short' })} ${timeZone}`;
