import { describe, expect, it } from 'vitest';
import { differenceKey, NOTHING_COMPARED } from '../../../domain/reconciliation';
import type { SeenDifference } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { type Compared, recordCompared } from './record-compared';
import { aComparison, aDifference, MADE_AT, seenAs } from './testing/a-difference';

const TOTAL = aDifference('order-total-differs', { details: { bigcommerce: 'A$21.00', hike: 'A$22.00' } });
const OTHER = aDifference('order-status-differs');
const KEY = differenceKey(TOTAL);

const recorded = async (known: SeenDifference[], compared: Partial<Compared>) => {
  const { context, tables, storeHash, database } = await createTestContext();
  await tables.reconciliations.save(storeHash, aComparison({ found: 3 }));
  await tables.differences.saveMany(storeHash, known);
  await database.transaction('comparison-step-kept', (inside) => recordCompared(context, inside, { number: 2, found: [], looked: [], change: () => ({}), ...compared }));
  const [run] = await tables.reconciliations.list(storeHash, 1);
  return { seen: (await tables.differences.findMany(storeHash, [KEY]))[0], run, others: await tables.differences.findMany(storeHash, [differenceKey(OTHER)]) };
};

describe('a difference that is found', () => {
  const sameInOtherOrder = { ...TOTAL, details: { hike: 'A$22.00', bigcommerce: 'A$21.00' } };

  it.each<[string, Partial<SeenDifference> | null, Partial<SeenDifference>, number]>([
    ['is new where nobody knew it', null, { state: 'open', foundAt: NOW, number: 2, closedAt: null }, 4],
    ['is as old as it was while it is open', { state: 'open' }, { state: 'open', foundAt: MADE_AT, number: 2 }, 4],
    ['is open again where its fix did not help', { state: 'fixing' }, { state: 'open', foundAt: MADE_AT }, 4],
    ['is new where it was over', { state: 'closed', closedAt: MADE_AT }, { state: 'open', foundAt: NOW, closedAt: null }, 4],
    ['stays aside where a person put it aside, and counts for none', { state: 'ignored' }, { state: 'ignored', foundAt: MADE_AT, number: 2 }, 3],
  ])('%s', async (_, before, after, count) => {
    const { seen, run } = await recorded(before === null ? [] : [seenAs(sameInOtherOrder, before)], { found: [TOTAL], looked: [KEY] });
    expect([seen, run?.found]).toMatchObject([after, count]);
  });

  it('is a person’s again where it is another than the one they put aside', async () => {
    const { seen } = await recorded([seenAs({ ...TOTAL, details: { bigcommerce: 'A$20.00', hike: 'A$22.00' } }, { state: 'ignored' })], { found: [TOTAL] });
    expect(seen).toMatchObject({ state: 'open', difference: TOTAL });
  });
});

describe('a difference that is looked for and not found', () => {
  it.each<[SeenDifference['state']]>([['open'], ['fixing'], ['ignored']])('is over, also where it was %s', async (state) => {
    const { seen, run } = await recorded([seenAs(TOTAL, { state })], { looked: [KEY, 'nobody:knows'] });
    expect([seen, run?.found]).toMatchObject([{ state: 'closed', closedAt: NOW, foundAt: MADE_AT, number: 1 }, 3]);
  });

  it('was over before, and keeps the time', async () => {
    const { seen } = await recorded([seenAs(TOTAL, { state: 'closed', closedAt: MADE_AT })], { looked: [KEY] });
    expect(seen).toMatchObject({ closedAt: MADE_AT });
  });

  it('leaves alone what nobody looked for', async () => {
    const { others } = await recorded([seenAs(TOTAL), seenAs(OTHER)], { looked: [KEY] });
    expect(others).toMatchObject([{ state: 'open' }]);
  });
});

it('what a step counted is added to its own comparison, and to no other', async () => {
  const change: Compared['change'] = ({ counts }) => ({ counts: { ...counts, sales: counts.sales + 7 } });
  expect((await recorded([], { change })).run).toMatchObject({ counts: { ...NOTHING_COMPARED, sales: 7 }, found: 3 });
  expect((await recorded([], { change, number: 1, found: [TOTAL] })).run).toEqual(aComparison({ found: 3 }));
});
