import { services } from './composition';
import { logger } from './logger';

/**
 * Opens everything before the first request. What is wrong with the environment or the database ends the process with a
 * sentence: left to itself Next would go on, answering every request with an error.
 */
export const startServer = async (): Promise<void> => {
  try {
    const { env, startWorking } = await services();
    if (env.worker === 'inside') await startWorking();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    logger.error('the app did not start', { error });
    process.exit(1);
  }
};
