import { services } from '../lib/composition';
import { logger } from '../lib/logger';

const { startWorking, stop } = await services({ isWorker: true });
await startWorking();
logger.info('the worker works');

let stopping = false;
const end = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
