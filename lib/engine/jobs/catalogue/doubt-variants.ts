import type { HikeProductId } from '../../../domain/ids';
import type { JobContext } from '../job';
import { readHikeReading, saveHikeReading } from './hike-reading';

/** The next poll looks at these products by themselves: a list that was cut short must not take variants off sale. */
export const doubtVariants = async (context: JobContext, ids: readonly HikeProductId[]): Promise<void> => {
  if (ids.length === 0) return;
  await context.record('variants-doubted', async (tables) => {
    const reading = await readHikeReading(tables, context.storeHash);
    await saveHikeReading(tables, context.storeHash, { ...reading, doubted: [...new Set([...reading.doubted, ...ids])] });
  });
};
