import type { Context } from 'mocha';

/** WebKit, over WebDriver, cannot be told the size of its window from within a test. */
const RESIZES = !/AppleWebKit\/(?!.*Chrome)/.test(navigator.userAgent);

/** Skips a test that needs windows of several sizes where there is but one. */
export function needsWindowSizes(context: Context): void {
  if (RESIZES) return;
  console.info('skipped in WebKit: its driver sets no window size');
  context.skip();
}
