import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from './draw';
import type { Fleet } from './start-fleet';
import type { KillableDatabase } from './start-database';
import type { Fault, StoreWatch } from './watch-stores';

export type Counts = Record<Fault, number>;

interface Scene {
  database: KillableDatabase;
  fleet: Fleet;
  draw: Draw;
  watch: StoreWatch;
  /** The next strike waits until all goes on: how long that takes shows of one fault alone. */
  areApart: boolean;
}

/** Between two strikes, in milliseconds: enough for the replacement to come up, too little for peace. */
const PAUSE = [1_200, 2_200] as const;
/** Shorter than a lease as often as longer. */
const STOPS = [[500, 7_000], [12_000, 18_000]] as const;
const AWAY = [200, 2_500] as const;
/** A process that holds nothing dies unnoticed: mostly one that speaks for a store is struck. */
const PATIENCE_MS = 1_500;
const LONGEST_STANDSTILL_MS = 120_000;

/** Somebody who speaks for a store, or anybody when nobody does for a while. */
const chooseVictim = async ({ fleet, draw, watch }: Scene): Promise<number | undefined> => {
  for (const deadline = performance.now() + PATIENCE_MS; ; await pause(20)) {
    const pids = fleet.pids();
    const [speaker] = draw.shuffled(watch.held().filter(({ pid }) => pids.includes(pid)));
    if (speaker !== undefined || performance.now() > deadline) return speaker?.pid ?? draw.shuffled(pids)[0];
  }
};

/** Puts every strike where the seed says, one after the other; a process that is stopped stays so beside them. Answers how many fell. */
export const strike = async (scene: Scene, counts: Counts, report: (done: number) => void): Promise<Counts> => {
  const { database, fleet, draw, watch, areApart } = scene;
  const stops: Promise<void>[] = [];
  const fallen: Counts = { kills: 0, stops: 0, databaseKills: 0 };
  const heldBy = (victim: number) => watch.held().filter(({ pid }) => pid === victim);
  const strikes: Record<Fault, () => Promise<boolean>> = {
    kills: async () => {
      const pid = await chooseVictim(scene);
      if (pid === undefined) return false;
      watch.struck('kills', heldBy(pid), { losesLeases: true });
      fleet.kill(pid);
      return true;
    },
    stops: async () => {
      const pid = await chooseVictim(scene);
      if (pid === undefined) return false;
      const [least, most] = draw.oneOf(STOPS);
      watch.struck('stops', heldBy(pid), { losesLeases: least > 10_000 });
      stops.push(fleet.pauseFor(pid, draw.whole(least, most)));
      return true;
    },
    databaseKills: async () => {
      watch.struck('databaseKills', watch.stores(), { losesLeases: false });
      await database.kill(draw.whole(...AWAY));
      return true;
    },
  };
  const all = Object.entries(counts).flatMap(([kind, count]) => Array.from<Fault>({ length: count }).fill(kind as Fault));
  for (const [done, kind] of draw.shuffled(all).entries()) {
    if (await strikes[kind]()) fallen[kind] += 1;
    report(done + 1);
    if (areApart) {
      await Promise.all(stops);
      await watch.untilGoneOn(LONGEST_STANDSTILL_MS);
    }
    await pause(draw.whole(...PAUSE));
  }
  await Promise.all(stops);
  return fallen;
};
