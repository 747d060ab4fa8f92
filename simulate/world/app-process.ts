import { type App, assembleApp } from '../../lib/assemble-app';
import { instantFromMillis } from '../../lib/domain/instant-arithmetic';
import type { Clock } from '../../lib/engine/ports/clock';
import type { Log } from '../../lib/engine/ports/log';
import type { Queue } from '../../lib/engine/ports/queue';
import type { WholeDatabase } from '../../lib/engine/ports/tables';
import { forgetTheOld, wakeDueStores } from '../../lib/engine/sweep';
import type { Env } from '../../lib/env';
import type { Transport } from '../../lib/adapters/http/transport';
import { DatabaseFaults } from '../faults/database-faults';
import type { Met } from '../faults/met';
import type { NetworkFaults } from '../faults/network-faults';
import { Gate } from './gate';
import { type GatedDatabase, gatedDatabase } from './gated-database';
import type { VirtualTime } from './virtual-time';
import type { PumpRunner, WokenStores } from './woken-stores';

/** What all processes of one installation share. */
export interface Installation {
  env: Env;
  database: WholeDatabase;
  woken: WokenStores;
  time: VirtualTime;
  network: Transport;
  networkFaults: NetworkFaults;
  met: Met;
  log: Log;
  /** In [0, 1), the same in every run of the same seed. */
  random: () => number;
}

export interface AppProcess extends PumpRunner {
  name: string;
  gate: Gate;
  databaseFaults: DatabaseFaults;
  app: App;
  database: GatedDatabase;
  clock: Clock;
}

const FORGET_EVERY_MS = 60 * 60_000;
const PUMPS = 8;
const SWEEP_PATIENCE_MS = 5_000;

interface ProcessOptions {
  /** Unique per start. */
  name: string;
  role: 'web' | 'worker';
  skewMs: number;
  latency: () => number;
}

/** Each of the process's ports, behind its gate. */
const portsOf = (installation: Installation, { skewMs, latency }: ProcessOptions, { gate, struck }: { gate: Gate; struck: (kind: string) => void }) => {
  const { time, woken } = installation;
  const databaseFaults = new DatabaseFaults((ms) => time.sleep(ms), struck);
  const database = gatedDatabase(installation.database, { gate, faults: databaseFaults, time });
  const clock: Clock = {
    now: () => instantFromMillis(time.now() + skewMs),
    sleep: async (ms) => {
      await time.sleep(ms);
      await gate.pass();
    },
  };
  const queue: Queue = { wake: async (storeHash, tables) => database.afterCommit(tables, () => woken.wake(storeHash)) };
  const transport = installation.networkFaults.transportOf(installation.network, { gate, latency });
  return { databaseFaults, database, clock, queue, transport };
};

/** One process of the app: all of its code, and a gate between it and everything else. */
export const startProcess = (installation: Installation, options: ProcessOptions): AppProcess => {
  const { env, time, log, random } = installation;
  const struck = (kind: string) => installation.met.count(options.role === 'web' ? `web-${kind}` : kind);
  const gate = new Gate(struck);
  const { databaseFaults, transport, ...ports } = portsOf(installation, options, { gate, struck });
  const randomCode = () => Buffer.from(Array.from({ length: 32 }, () => Math.floor(random() * 256))).toString('base64url');
  const agreedNow = async () => instantFromMillis(time.now());
  const app = assembleApp({ ...ports, env, agreedNow, transport, mail: null, random, randomCode, log, owner: options.name });
  const quietly = (what: string, work: Promise<unknown>) => work.catch((error: unknown) => log.error(what, { error }));
  let running = 0;
  const forget = (): void => {
    setTimeout(() => {
      if (gate.isDead) return;
      if (!gate.isStopped) void quietly('the sweeper failed', forgetTheOld(ports));
      forget();
    }, FORGET_EVERY_MS);
  };
  forget();
  return {
    name: options.name,
    gate,
    databaseFaults,
    app,
    database: ports.database,
    clock: ports.clock,
    isFree: () => !gate.isDead && !gate.isStopped && running < PUMPS,
    run(storeHash) {
      running += 1;
      void quietly('a pump failed', app.pump(storeHash)).then(() => {
        running -= 1;
      });
    },
    // A process that dies on the way never comes to its end; who asked must not wait for it.
    sweep: () => Promise.race([quietly('the sweeper failed', wakeDueStores(ports)), time.sleep(SWEEP_PATIENCE_MS)]).then(() => undefined),
  };
};
