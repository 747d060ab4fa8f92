import { type Beginning, beginningOf } from './check/evidence';
import { Met } from './faults/met';
import type { Schedule, World } from './schedule/step';
import { setUp } from './world/installation';
import { openPlatforms, type Place } from './world/platforms';
import { openStages, type Stage } from './world/stage';
import type { Storage } from './world/storage';
import type { VirtualTime } from './world/virtual-time';

/** A store as a schedule finds it, and what it was then. */
export interface Opened {
  stage: Stage;
  beginning: Beginning;
}

/** Stores that are in step, as they are at the beginning of every schedule. */
export interface Prepared {
  stagesFor(schedule: Schedule, met: Met): Promise<Opened[]>;
}

const PLACES: Record<World, readonly (Place & { name: 'demo' | 'us' })[]> = {
  'prices with tax': [{ name: 'demo', storeHash: 'sim001', shopId: 'sim001' }],
  'prices without tax': [{ name: 'us', storeHash: 'sim002', shopId: 'sim002' }],
  // Alike, so that both have the same ids: a mix-up of the two finds something.
  'two stores': [{ name: 'demo', storeHash: 'sim001', shopId: 'sim001' }, { name: 'demo', storeHash: 'sim003', shopId: 'sim003' }],
};
const CALM = 7;

const prepareWorld = async (time: VirtualTime, storage: Storage, { world, start }: { world: World; start: number }): Promise<Prepared> => {
  time.reset(start);
  const places = PLACES[world];
  const platforms = openPlatforms(time);
  for (const place of places) await platforms.control('/worlds', { body: place });
  const { database, keep } = await storage.open(world);
  const stages = openStages({ time, platforms, database, places, met: new Met(), chance: CALM, skews: { workers: [0], web: 0 } });
  for (const { fleet, place } of stages) await time.during(setUp(time, fleet.web, place));
  const beginnings = await Promise.all(stages.map(beginningOf));
  const settings = await Promise.all(stages.map(async ({ storeHash }) => (await database.tables.settings.get(storeHash)).value));
  const [at, held, freshDatabase] = [time.now(), platforms.snapshot(), await keep()];
  return {
    async stagesFor({ skews, chance }, met) {
      time.reset(at);
      // Also its clock, which may have work left from the schedule before.
      const fresh = openPlatforms(time);
      fresh.restore(held);
      const opened = openStages({ time, platforms: fresh, database: await freshDatabase(), places, met, chance, skews });
      opened.forEach(({ wanted }, index) => {
        wanted.settings = settings[index]!;
      });
      return opened.map((stage, index) => ({ stage, beginning: beginnings[index]! }));
    },
  };
};

/** Each world is set up once, when a schedule first wants it; each schedule begins with a copy. */
export const prepare = (time: VirtualTime, storage: Storage): Prepared => {
  const start = time.now();
  const worlds = new Map<World, Prepared>();
  return {
    async stagesFor(schedule, met) {
      const { world } = schedule;
      const prepared = worlds.get(world) ?? (await prepareWorld(time, storage, { world, start }));
      worlds.set(world, prepared);
      return prepared.stagesFor(schedule, met);
    },
  };
};
