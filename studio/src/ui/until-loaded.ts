const WAITS = [500, 2_000, 5_000, 15_000];

/** A part of the studio that is fetched when it is wanted: over a line that breaks, until it comes. */
export async function untilLoaded<Part>(
  load: () => Promise<Part>,
  late: () => void = () => undefined,
): Promise<Part> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await load();
    } catch {
      late();
      const wait = WAITS[Math.min(tries, WAITS.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
