/** Runs a task that can wait and may fail. */
export function whenIdle(task: () => Promise<void>): void {
  const run = () => void task().catch(() => undefined);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 2000);
}
