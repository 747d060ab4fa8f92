import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from './draw';
import type { Fleet } from './start-fleet';
import type { KillableDatabase } from './start-database';
import type { LeaseWatch } from './watch-leases';

export interface Counts {
  kills: number;
  stops: number;
  databaseKills: number;
}

interface Scene {
  database: KillableDatabase;
  fleet: Fleet;
  draw: Draw;
  /** One for each kind of strike, so that their waits are told apart. */
  watches: Record<keyof Counts, LeaseWatch>;
}

/** Between two strikes, in milliseconds: enough for the replacement to come up, too little for peace. */
const PAUSE = [1_200, 2_200] as const;
/** Shorter than a lease as often as longer. */
const STOPS = [[500, 7_000], [12_000, 18_000]] as const;
const AWAY = [200, 2_500] as const;
/** A process that holds nothing dies unnoticed: mostly one that speaks for a store is struck. */
const PATIENCE_MS = 1_500;

/** Somebody who speaks for a store, or anybody when nobody does for a while. */
const chooseVictim = async ({ fleet, draw }: Scene, watch: LeaseWatch): Promise<number | undefined> => {
  for (const deadline = performance.now() + PATIENCE_MS; ; await pause(20)) {
    const pids = fleet.pids();
    const [speaker] = draw.shuffled(watch.held().filter(({ pid }) => pids.includes(pid)));
    if (speaker !== undefined || performance.now() > deadline) return speaker?.pid ?? draw.shuffled(pids)[0];
  }
};

/** Puts every strike where the seed says, one after the other; a process that is stopped stays so beside them. */
export const strike = async (scene: Scene, counts: Counts, report: (done: number) => void): Promise<void> => {
  const { database, fleet, draw, watches } = scene;
  const stops: Promise<void>[] = [];
  const held = (watch: LeaseWatch, victim: number) => watch.held().filter(({ pid }) => pid === victim);
  const strikes = {
    kills: async () => {
      const pid = await chooseVictim(scene, watches.kills);
      if (pid === undefined) return;
      watches.kills.expectOthers(held(watches.kills, pid));
      fleet.kill(pid);
    },
    stops: async () => {
      const pid = await chooseVictim(scene, watches.stops);
      if (pid === undefined) return;
      const [least, most] = draw.oneOf(STOPS);
      if (least > 10_000) watches.stops.expectOthers(held(watches.stops, pid));
      stops.push(fleet.pauseFor(pid, draw.whole(least, most)));
    },
    databaseKills: async () => {
      watches.databaseKills.expectOthers(watches.databaseKills.held());
      await database.kill(draw.whole(...AWAY));
    },
  };
  const all = Object.entries(counts).flatMap(([kind, count]) => Array.from<keyof Counts>({ length: count }).fill(kind as keyof Counts));
  for (const [done, kind] of draw.shuffled(all).entries()) {
    await strikes[kind]();
    report(done + 1);
    await pause(draw.whole(...PAUSE));
  }
  await Promise.all(stops);
};
