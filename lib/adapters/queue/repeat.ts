/** Runs the work at once and then again, pausing in between; stopping waits for the run that is under way. The work must not throw. */
export const repeat = (work: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } => {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    await work();
    if (!isStopped) timer = setTimeout(start, pauseMs);
  };
  let running = Promise.resolve();
  const start = (): void => {
    running = run();
  };
  start();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
