import type { StoreHash } from '../../../domain/ids';
import { createPages } from '../../pages/create-pages';
import type { Pages } from '../../pages/pages';
import type { Clock } from '../../ports/clock';
import { TransientFailure } from '../../ports/failures';
import type { Mail } from '../../ports/mail';
import type { Database, Tables, WholeDatabase } from '../../ports/tables';
import type { Vendors } from '../../ports/vendors';
import { createPump } from '../../pump';
import type { TestEngineOptions } from '../create-test-engine';

/**
 * When the process dies: `before-sending` and `before-commit` nothing happened; `sent` happens after its death; `answered`
 * and `committed` happened, and only the dead one knew.
 */
export type Moment = 'before-sending' | 'sent' | 'answered' | 'before-commit' | 'committed';

export const CALL_MOMENTS = ['before-sending', 'sent', 'answered'] as const satisfies Moment[];
export const COMMIT_MOMENTS = ['before-commit', 'committed'] as const satisfies Moment[];

/** The first time that a process comes to this point in this scenario. */
export interface Blow {
  point: string;
  moment: Moment;
}

/** Processes that come and go: where they were, and the one blow that ends one of them. */
export interface Mortal {
  /** Every named point that was met so far. */
  met: { calls: Set<string>; commits: Set<string> };
  /** Ids of the mails that went out; the same id is the same mail. */
  mailed: Set<string>;
  deaths(): number;
  /** From here on points count, and the blow may fall. */
  arm(): void;
  /** For the test engine: pump and pages of whichever process lives. */
  process: NonNullable<TestEngineOptions['process']>;
  /** Asks a process as a person or a platform does: again, when it died over it. */
  ask<T>(work: (life: Life) => Promise<T>): Promise<T>;
}

/** What one process sees of the world. Once it is dead, nothing answers it any more. */
export interface Life {
  number: number;
  database<D extends Database>(real: D): D;
  vendors(real: Vendors): Vendors;
  /** The methods of a port that are calls, under their names. */
  port<P extends object>(name: string, real: P): P;
}

/** Well within a lease: what the dead one sent arrives before anybody looks for it. */
const UNDER_WAY_MS = 2_000;

/** What only looks; everything else outside of a transaction is a commit of its own. */
const LOOKS = /^(find|list|get|count|next|oldest|has|sum)/;

type Method = (...args: unknown[]) => unknown;

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export const createMortal = (clock: () => Clock, blow: Blow | null): Mortal => {
  const met: Mortal['met'] = { calls: new Set(), commits: new Set() };
  const [offered, mailed] = [new Set<string>(), new Set<string>()];
  let living = 1;
  let isArmed = false;
  let mourners: (() => void)[] = [];

  /** True when the process dies here and now. */
  const strikes = (point: string, moment: Moment): boolean => {
    if (!isArmed || blow?.point !== point || blow.moment !== moment) return false;
    isArmed = false;
    living += 1;
    for (const mourn of mourners) mourn();
    mourners = [];
    return true;
  };

  const lifeOf = (number: number): Life => {
    const isDead = () => number !== living;

    const call = async (point: string, send: () => unknown): Promise<unknown> => {
      if (isDead()) return never();
      if (isArmed) met.calls.add(point);
      if (strikes(point, 'before-sending')) return never();
      if (strikes(point, 'sent')) {
        void clock().sleep(UNDER_WAY_MS).then(send).catch(() => undefined);
        return never();
      }
      // A refusal is an answer too.
      const [answer] = await Promise.allSettled([send()]);
      if (isDead() || strikes(point, 'answered')) return never();
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    };

    const commit = async (point: string, write: (last: () => void) => unknown): Promise<unknown> => {
      if (isDead()) return never();
      if (isArmed) met.commits.add(point);
      const died = new Error('died');
      try {
        const done = await write(() => {
          if (isDead() || strikes(point, 'before-commit')) throw died;
        });
        return isDead() || strikes(point, 'committed') ? never() : done;
      } catch (error) {
        if (error === died || isDead()) return never();
        throw error;
      }
    };

    const eachMethod = <P extends object>(real: P, wrap: (name: string, method: Method) => Method): P =>
      Object.fromEntries(Object.entries(real).map(([name, method]) => [name, typeof method === 'function' ? wrap(name, method as Method) : method])) as P;
    const port = <P extends object>(name: string, real: P): P => eachMethod(real, (method, run) => (...args) => call(`${name}.${method}`, () => run(...args)));
    const rooms = <P extends object>(name: string, real: P): P => Object.fromEntries(Object.entries(real).map(([room, methods]) => [room, port(`${name}.${room}`, methods as object)])) as P;

    const tables = (real: Tables): Tables => {
      const room = (name: string, methods: object) =>
        eachMethod(methods, (method, run) => async (...args) => {
          if (isDead()) return never();
          if (!LOOKS.test(method)) {
            return commit(`${name}.${method}`, (last) => {
              last();
              return run(...args);
            });
          }
          const seen = await run(...args);
          return isDead() ? never() : seen;
        });
      return Object.fromEntries(Object.entries(real).map(([name, methods]) => [name, room(name, methods as object)])) as unknown as Tables;
    };

    return {
      number,
      port,
      database: (real) => ({
        ...real,
        // What is made whole stays whole.
        tables: tables((real as unknown as WholeDatabase).tables),
        transaction: (name, work) =>
          commit(name, (last) =>
            real.transaction(name, async (inside) => {
              const done = await work(inside);
              last();
              return done;
            }),
          ) as ReturnType<typeof work>,
      }),
      vendors: (real) => ({
        bigcommerce: (store, maySpeak) => rooms('bigcommerce', real.bigcommerce(store, maySpeak)),
        hike: (store, maySpeak) => rooms('hike', real.hike(store, maySpeak)),
        hikeWith: (store, tokens) => rooms('hike', real.hikeWith(store, tokens)),
        storeCallsPerSecond: real.storeCallsPerSecond,
      }),
    };
  };

  /** Ends with the work, or with the process that was at it. */
  const untilDeath = <T>(work: () => Promise<T>): Promise<{ done: T } | null> => {
    const death = new Promise<null>((resolve) => mourners.push(() => resolve(null)));
    return Promise.race([death, work().then((done) => ({ done }))]);
  };

  const ask: Mortal['ask'] = async (work) => {
    for (;;) {
      const answer = await untilDeath(() => work(lifeOf(living)));
      if (answer !== null) return answer.done;
    }
  };

  const process: Mortal['process'] = (deps) => {
    const open = () => {
      const life = lifeOf(living);
      const mail: Mail = life.port('mail', {
        // As servers do that take a mail from a stranger at the second try alone.
        send: async ({ id }) => {
          if (!offered.has(id)) {
            offered.add(id);
            throw new TransientFailure('greylisted');
          }
          mailed.add(id);
          return { refused: 0 };
        },
      });
      const seen = { ...deps, mail, database: life.database(deps.database), vendors: life.vendors(deps.vendors), owner: `process ${life.number}` };
      return { number: life.number, pump: createPump(seen), pages: createPages(seen) };
    };
    let current = open();
    const present = () => (current = current.number === living ? current : open());
    const page = (name: keyof Pages): Method => (...args) => ask(() => (present().pages[name] as (...given: unknown[]) => Promise<unknown>)(...args));
    return {
      // Whoever died over it is not asked again: the store's lease has to run out first.
      pump: async (storeHash: StoreHash) => void (await untilDeath(() => present().pump(storeHash))),
      pages: new Proxy({} as Pages, { get: (_, name) => page(name as keyof Pages) }),
    };
  };
  return { met, mailed, deaths: () => living - 1, arm: () => void (isArmed = true), process, ask };
};
