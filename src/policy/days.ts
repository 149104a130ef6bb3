/** Whether a day is over, by the reader's own calendar: the day itself is included. */
export function isPast(day: string, now = new Date()): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return now >= new Date(year, month - 1, date + 1);
}

/** Whether a day has not begun, anywhere. */
export const isAhead = (day: string, now = Date.now()): boolean => Date.parse(day) > now;
