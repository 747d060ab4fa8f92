import type { WholeDatabase, Tables } from '../../lib/engine/ports/tables';
import { eachMethod } from '../../lib/engine/testing/memory/each-method';
import type { DatabaseFaults } from '../faults/database-faults';
import type { Gate } from './gate';
import type { VirtualTime } from './virtual-time';

export interface GatedDatabase extends WholeDatabase {
  /** Runs the effect when the transaction of these tables has committed; at once when they belong to none. */
  afterCommit(tables: Tables | undefined, effect: () => void): void;
}

interface Around {
  gate: Gate;
  faults: DatabaseFaults;
  time: VirtualTime;
}

/** The same tables, each call run by `run`. */
const wrapped = (tables: Tables, run: (call: () => Promise<unknown>) => Promise<unknown>): Tables => eachMethod(tables, (method) => (...args) => run(() => method(...args)));

/** One transaction, with its accidents; `open` gets the tables and what waits for the commit. */
const gatedTransaction =
  (database: WholeDatabase, { gate, faults, time }: Around, open: (tables: Tables, pending: (() => void)[]) => Tables): WholeDatabase['transaction'] =>
  async (commit, work) => {
    await gate.pass();
    await faults.beforeCall();
    const pending: (() => void)[] = [];
    const committed = time.atWork(
      database.transaction(commit, async (tables) => {
        const result = await work(open(tables, pending));
        gate.passInside();
        faults.beforeCommit();
        return result;
      }),
    );
    const result = await committed.catch(async (error: unknown) => {
      await gate.pass();
      throw error;
    });
    // Committed: a wake-up was in the same transaction, so it lives even if the process does not.
    for (const effect of pending) effect();
    await gate.pass();
    faults.afterCommit();
    return result;
  };

/** A database as one process sees it, through its gate and with its accidents. */
export const gatedDatabase = (database: WholeDatabase, around: Around): GatedDatabase => {
  const { gate, faults, time } = around;
  const effects = new WeakMap<Tables, (() => void)[]>();
  const outside = async (call: () => Promise<unknown>): Promise<unknown> => {
    await gate.pass();
    await faults.beforeCall();
    const result = await time.atWork(call());
    await gate.pass();
    return result;
  };
  const inside = async (call: () => Promise<unknown>): Promise<unknown> => {
    gate.passInside();
    return call();
  };
  const open = (tables: Tables, pending: (() => void)[]): Tables => {
    const own = wrapped(tables, inside);
    effects.set(own, pending);
    return own;
  };
  return {
    tables: wrapped(database.tables, outside),
    transaction: gatedTransaction(database, around, open),
    afterCommit(tables, effect) {
      const pending = tables && effects.get(tables);
      if (pending) pending.push(effect);
      else effect();
    },
  };
};
