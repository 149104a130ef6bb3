/** ISO 8601 durations: `PT2H`, `P1Y`. The groups are years, months, weeks, days, hours, minutes, seconds. */
export const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Its seven numbers, nothing for a unit that is not named; `undefined` where it is no duration. */
export function durationParts(duration: string): (number | undefined)[] | undefined {
  return DURATION.exec(duration)
    ?.slice(1)
    .map((part: string | undefined) => (part === undefined ? part : Number(part)));
}
