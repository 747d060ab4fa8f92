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
const HOUR_MS = 60 * 60_000;
/** When a world is set up: soon after the nightly pass would have begun, at three by the store's clock. */
const STARTS: Record<World, number> = {
  'prices with tax': Date.parse('2026-03-02T03:20:00+11:00'),
  'prices without tax': Date.parse('2026-03-02T03:20:00-06:00'),
  'two stores': Date.parse('2026-03-02T03:20:00+11:00'),
};
/**
 * Until the schedules begin. What only the nightly passes find waits six hours then, and not a whole day, which costs as
 * much as ten schedules; all that is to be found before has been looked for by that time.
 */
const UNTIL_EVENING_MS = 17 * HOUR_MS;
/** What has come due meanwhile is done by then. */
const WAKING_MS = 10 * 60_000;

const prepareWorld = async (time: VirtualTime, storage: Storage, world: World): Promise<Prepared> => {
  time.reset(STARTS[world]);
  const places = PLACES[world];
  const { database, keep } = await storage.open(world);
  const opening = { time, database, places, chance: CALM, skews: { workers: [0], web: 0 } };
  const inTheMorning = openPlatforms(time);
  for (const place of places) await inTheMorning.control('/worlds', { body: place });
  for (const { fleet, place } of openStages({ ...opening, platforms: inTheMorning, met: new Met() })) await time.during(setUp(time, fleet.web, place));
  const morning = inTheMorning.snapshot();
  time.reset(time.now() + UNTIL_EVENING_MS);
  const platforms = openPlatforms(time);
  platforms.restore(morning);
  const stages = openStages({ ...opening, platforms, met: new Met() });
  await time.pass(WAKING_MS);
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
  const worlds = new Map<World, Prepared>();
  return {
    async stagesFor(schedule, met) {
      const { world } = schedule;
      const prepared = worlds.get(world) ?? (await prepareWorld(time, storage, world));
      worlds.set(world, prepared);
      return prepared.stagesFor(schedule, met);
    },
  };
};
