import { rateUsedBy, type RateUsed } from './rate-used';
import { seedProducts } from './seed-shop';
import type { Place } from './start-connector';
import { startSession } from './start-session';
import type { Stage } from './start-stage';

/** Enough for a dozen windows of what the other app leaves. */
const PRODUCTS = 1200;

/** Another app takes between a tenth and seven tenths of each window, at a pace of its own; ours creates. */
export const measureShared = async (stage: Stage): Promise<RateUsed> => {
  const place = await stage.control<Place>('/worlds', { body: { name: 'empty' } });
  await seedProducts(stage, place, { from: 1, count: PRODUCTS });
  await stage.control(`/stores/${place.storeHash}/other-app`, { body: { share: 0.4, jitter: 0.3 } });
  const session = await startSession(stage, place);
  try {
    await session.ask('act', { action: 'dry-run' });
    await session.untilRun(({ state }) => state === 'ready');
    return await rateUsedBy(stage, place, async () => {
      await session.ask('act', { action: 'start' });
      await session.untilRun(({ state }) => state === 'in-step');
    });
  } finally {
    await session.stop();
  }
};
