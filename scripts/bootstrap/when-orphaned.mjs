const INTERVAL_MS = 300;

/**
 * Calls `then` when the process that started this one is gone. npm starts scripts through a shell, and a shell that is told
 * to stop dies without passing it on: without this, stopping npm would leave everything running.
 */
export function whenOrphaned(then) {
  if (!process.env.npm_lifecycle_event && !process.env.BOOTSTRAP_RUN_AGAIN) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, INTERVAL_MS);
  timer.unref();
}
