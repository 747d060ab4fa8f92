import type { JobThing } from '../../../ports/tables';
import type { TestEngine } from '../../create-test-engine';

/** Work that comes up by itself one day comes up now. */
export const mark = (thing: JobThing, id = '-') => async (engine: TestEngine): Promise<void> =>
  engine.database.tables.dirty.mark(engine.storeHash, { thing, id, priority: 5, notBefore: engine.clock.now(), trigger: 'schedule' });

/** The call at this moment fails that way, the first time or each time. */
export const spoil =
  (moment: string, failure: () => Error, { always = false } = {}) =>
  async (engine: TestEngine): Promise<void> => {
    engine.vendors.onCall = (now) => {
      if (now !== moment) return;
      if (!always) engine.vendors.onCall = () => undefined;
      throw failure();
    };
  };

export const heal = async (engine: TestEngine): Promise<void> => {
  engine.vendors.onCall = () => undefined;
};

export const pass = (ms: number, steps = 1) => (engine: TestEngine): Promise<void> => engine.pass(ms, steps);

type CatalogueSettings = Awaited<ReturnType<TestEngine['database']['tables']['settings']['get']>>['value']['catalogue'];

export const changeCatalogue =
  (change: (catalogue: CatalogueSettings) => Partial<CatalogueSettings>) =>
  async (engine: TestEngine): Promise<void> => {
    const { value } = await engine.database.tables.settings.get(engine.storeHash);
    await engine.change({ catalogue: { ...value.catalogue, ...change(value.catalogue) } });
  };

/** Customers and stock go their way without a first sync. */
export const startNow = (engine: TestEngine): Promise<void> => changeCatalogue(() => ({ startedAt: engine.clock.now() }))(engine);
