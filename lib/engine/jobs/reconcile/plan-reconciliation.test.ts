import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/instant';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { planReconciliation } from './plan-reconciliation';

describe('the next comparison', () => {
  const planned = async (now: string, change: Partial<JobContext> = {}, isPlanned = false) => {
    const { context, database, tables, storeHash, mark } = await createTestContext({ now: () => now as Instant, ...change });
    if (isPlanned) await mark('-', { thing: 'reconcile' });
    await database.transaction('store-kept', (inside) => planReconciliation(context, inside));
    return tables.dirty.find(storeHash, 'reconcile', '-');
  };

  it.each([
    ['tonight at four, in the afternoon', '2026-01-20T03:00:00.000Z', '2026-01-20T17:00:00.000Z'],
    ['tonight at four, an hour and a half before', '2026-01-20T15:30:00.000Z', '2026-01-20T17:00:00.000Z'],
    ['tomorrow night, once it is past four', '2026-01-20T17:30:00.000Z', '2026-01-21T17:00:00.000Z'],
  ])('comes %s of the store', async (_, now, at) => {
    expect(await planned(now)).toMatchObject({ notBefore: at, priority: 40, trigger: 'schedule' });
  });

  it('keeps its time, and the person who asked, where it is planned', async () => {
    expect(await planned('2026-01-20T03:00:00.000Z', {}, true)).toMatchObject({ version: 1, priority: 10 });
  });

  it.each<[string, Partial<JobContext>]>([
    ['before everything is set', { settings: someSettings({ salePrice: null }) }],
    ['without a connection to Hike', { connection: null }],
  ])('is not planned %s', async (_, change) => {
    expect(await planned('2026-01-20T03:00:00.000Z', change)).toBeNull();
  });

  it('comes at four of the store’s own zone', async () => {
    const store = sampleStore('abc123' as JobContext['storeHash'], { profile: aProfile({ timeZone: 'America/New_York' }) });
    expect(await planned('2026-01-20T03:00:00.000Z', { store })).toMatchObject({ notBefore: '2026-01-20T09:00:00.000Z' });
  });
});
