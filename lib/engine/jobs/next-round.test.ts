import { expect, it } from 'vitest';
import { UnknownOutcome } from '../ports/failures';
import { markNow } from '../account/mark-now';
import { createTestEngine } from '../testing/create-test-engine';

const MINUTE = 60_000;

it('says that upkeep works again also when somebody asked for it meanwhile, and its attempts were counted anew', async () => {
  const engine = await createTestEngine();
  const { database: { tables, transaction }, storeHash, clock, vendors } = engine;
  const askFor = () => transaction('imports-asked-for', (inside) => markNow(inside, storeHash, { thing: 'store', now: clock.now(), trigger: 'person' }));
  vendors.onCall = (moment) => {
    if (moment === 'store.profile') throw new UnknownOutcome('cut');
  };
  await askFor();
  await engine.pass(5 * MINUTE, 20);
  expect(await engine.entries()).toMatchObject([{ thing: 'connection', recordId: 'store', result: 'retrying' }]);
  vendors.onCall = () => undefined;
  await askFor();
  await engine.settle();
  expect(await tables.dirty.find(storeHash, 'store', '-')).toMatchObject({ attempts: 0 });
  expect(await engine.entries()).toMatchObject([{ recordId: 'store', result: 'done', message: 'Works again.' }]);
});

it('says that upkeep is not tried again which a person has paused', async () => {
  const engine = await createTestEngine();
  engine.vendors.onCall = (moment) => {
    if (moment === 'sales.list') throw new UnknownOutcome('cut');
  };
  await engine.database.transaction('imports-asked-for', (inside) => markNow(inside, engine.storeHash, { thing: 'hike-sales', now: engine.clock.now(), trigger: 'schedule' }));
  await engine.pass(5 * MINUTE, 20);
  expect(await engine.entries()).toMatchObject([{ recordId: 'hike-sales', result: 'retrying' }]);
  await engine.pages.pause(engine.storeHash, { sales: true });
  await engine.settle();
  expect(await engine.entries()).toMatchObject([{ recordId: 'hike-sales', result: 'done', message: 'Not needed for now.' }]);
});
