const pattern = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Days in an ISO 8601 duration of years to days, roughly; nothing where it is none. */
export function daysIn(duration: string): number | undefined {
  const parts = pattern.exec(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return years * 365 + months * 30 + weeks * 7 + days;
}
