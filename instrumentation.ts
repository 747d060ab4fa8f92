/** Next calls this once per server process: a wrong environment stops the start, and by default the pumps run inside. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { services } = await import('./lib/composition');
  const { env, startWorking } = await services();
  if (env.worker === 'inside') await startWorking();
};
