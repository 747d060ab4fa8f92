import { type Beginning, beginningOf } from './check/evidence';
import { Met } from './faults/met';
import type { Schedule } from './schedule/step';
import { setUp } from './world/installation';
import { openPlatforms } from './world/platforms';
import { openStage, type Stage } from './world/stage';
import type { Storage } from './world/storage';
import type { VirtualTime } from './world/virtual-time';

/** A store that is in step, as it is at the beginning of every schedule. */
export interface Prepared {
  stageFor(schedule: Schedule, met: Met): Promise<{ stage: Stage; beginning: Beginning }>;
}

const PLACE = { storeHash: 'sim001', shopId: 'sim001' };
const CALM = 7;

/** Set up once; each schedule begins with a copy. */
export const prepare = async (time: VirtualTime, storage: Storage): Promise<Prepared> => {
  const platforms = openPlatforms();
  await platforms.control('/worlds', { body: { name: 'demo', ...PLACE } });
  const stage = openStage({ time, platforms, database: storage.database, place: PLACE, met: new Met(), chance: CALM, skews: [0] });
  await setUp(time, stage.web, PLACE);
  const [at, beginning, held, freshDatabase] = [time.now(), await beginningOf(stage), platforms.snapshot(), await storage.keep()];
  return {
    async stageFor({ skews, chance }, met) {
      time.reset(at);
      // Also its clock, which may have work left from the schedule before.
      const fresh = openPlatforms();
      fresh.restore(held);
      return { stage: openStage({ time, platforms: fresh, database: await freshDatabase(), place: PLACE, met, chance, skews }), beginning };
    },
  };
};
