import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CatalogueRun, NO_CATALOGUE_RUN } from './catalogue-run';
import { ConnectionWatch, UNWATCHED } from './connection-watch';
import { IncidentEnding, IncidentKind, MailState } from './incident';
import { ProductPlan } from './product-plan';
import { Difference, difference, NOTHING_COMPARED, Reconciliation } from './reconciliation';
import { DEFAULT_SETTINGS } from './settings';
import { StockBuffer, StockMove } from './stock';

const AT = '2026-01-15T03:20:00.000Z';

const { outletId, registerId, salePrice, catalogue, stock } = DEFAULT_SETTINGS;

const side = { state: 'attention', since: AT, checkedAt: AT, failures: 2, trouble: 'unreachable', reason: null };

const plan = {
  standing: 'update',
  changes: [{ field: 'price', sku: 'TEE-S', before: '20.00', after: '22.00' }],
  problem: { code: 'gave-up', details: {} },
  candidates: [{ productId: 7, name: 'Tee' }],
  goesToZero: ['TEE-S'],
  levels: [{ sku: 'TEE-S', location: '', before: null, after: 3 }],
  calls: 0.1,
  priceMove: -10.5,
};

const sum = { available: 120_000, reserve: 2, buffer: 1, published: 9 };
const move = { at: AT, hikeId: 812, variantId: 211, locationId: 1, side: 'bigcommerce', before: 140_000, after: 90_000, reason: 'published', source: '', sum };

const total = { day: '2026-01-15', outletId: 1, saleCount: 2, sales: { minor: 4400, currency: 'AUD' }, orderCount: 2, orders: { minor: 4400, currency: 'AUD' } };
const night = { number: 3, trigger: 'schedule', startedAt: AT, endedAt: AT, from: AT, to: AT, counts: { ...NOTHING_COMPARED, sales: 2, levels: 5 }, totals: [total], found: 1 };

describe('what is kept is understood again, all of it', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['where the catalogue stands', CatalogueRun, { state: 'comparing', hike: { sweep: 2, read: 40, total: 80, isDone: false }, store: { sweep: 2, read: 9, total: null, isDone: true }, total: 12, stageSince: AT, comparedAt: AT, hold: null, isPaused: true, storeCallsPerSecond: 15, pace: { since: AT, calls: 40.5 } }],
    ['that new settings wait for a look', CatalogueRun, { ...NO_CATALOGUE_RUN, hold: { before: { outletId, registerId, salePrice, catalogue, stock }, most: 20 } }],
    ['that the catalogue was never read', CatalogueRun, NO_CATALOGUE_RUN],
    ['how the sides were found', ConnectionWatch, { bigcommerce: side, hike: { ...side, state: 'reconnect', trouble: 'refused', reason: 'no' } }],
    ['that one side was never asked', ConnectionWatch, { bigcommerce: { ...side, state: 'connected', trouble: null }, hike: null }],
    ['that no side was asked', ConnectionWatch, UNWATCHED],
    ['a plan', ProductPlan, plan],
    ['a move of stock', StockMove, move],
    ['a count of Hike’s', StockMove, { ...move, side: 'hike', variantId: null, locationId: null, before: null, sum: null }],
    ['units kept back', StockBuffer, { kind: 'units', value: 1_000_000 }],
    ['a share kept back', StockBuffer, { kind: 'percent', value: 100 }],
    ['a difference', Difference, difference('stock-differs', { subject: '211', details: { sku: 'TEE-S' } })],
    ['a night’s comparison', Reconciliation, night],
    ['a comparison that a person began', Reconciliation, { ...night, trigger: 'person', endedAt: null }],
  ])('%s', (_, schema, value) => {
    expect(schema.parse(value)).toEqual(value);
  });

  it('what was kept before there were holds, and counts and calls in plans', () => {
    const { hold: _, isPaused, storeCallsPerSecond, pace, ...run } = NO_CATALOGUE_RUN;
    expect(CatalogueRun.parse(run)).toEqual({ ...run, hold: null, isPaused, storeCallsPerSecond, pace });
    const { levels, calls, ...before } = plan;
    expect([levels.length, calls, ProductPlan.parse(before)]).toEqual([1, 0.1, { ...before, levels: [], calls: 0 }]);
  });

  it('each state of a run, each ending and each mail', () => {
    const states = ['never', 'reading', 'comparing', 'ready', 'running', 'applying', 'in-step'];
    expect(states.map((state) => CatalogueRun.parse({ ...NO_CATALOGUE_RUN, state }).state)).toEqual(states);
    expect(IncidentKind.options).toEqual(['bigcommerce-reconnect', 'hike-reconnect', 'bigcommerce-unreachable', 'hike-unreachable', 'needs-you']);
    expect([IncidentEnding.options, MailState.options]).toEqual([['over', 'replaced'], ['none', 'sending', 'sent', 'refused']]);
  });

  it.each<[string, z.ZodType, unknown]>([
    ['an empty run', CatalogueRun, {}],
    ['a share of more than all', StockBuffer, { kind: 'percent', value: 101 }],
    ['a share below nothing', StockBuffer, { kind: 'percent', value: -1 }],
    ['units below nothing', StockBuffer, { kind: 'units', value: -1 }],
    ['a million units and one', StockBuffer, { kind: 'units', value: 1_000_001 }],
    ['a move without a moment', StockMove, { ...move, at: null }],
    ['less than nothing published', StockMove, { ...move, sum: { ...sum, published: -1 } }],
  ])('but not %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

it('a store whose catalogue was never read begins with nothing', () => {
  expect(NO_CATALOGUE_RUN).toMatchObject({ state: 'never', hike: { sweep: 0, read: 0, total: null, isDone: false } });
});
