import { describe, expect, it } from 'vitest';
import type { OutletId } from '../../ids';
import type { StockBuffer } from '../../stock';
import { anOutletLevel } from '../../testing/a-hike-product';
import { stockToPublish, type StockFacts } from './stock-to-publish';

const units = (value: number): StockBuffer => ({ kind: 'units', value });
const percent = (value: number): StockBuffer => ({ kind: 'percent', value });
const level = (outletId: number, available: number | null) => anOutletLevel({ outletId, available: available === null ? null : Math.round(available * 10_000) });
const outlets = (...ids: number[]) => ids as OutletId[];

const facts = (change: Partial<StockFacts> = {}): StockFacts => ({ tracksStock: true, levels: [level(1, 12)], outletIds: outlets(1), reserve: 0, buffer: units(0), ...change });

describe('what BigCommerce shows of a count', () => {
  it.each<[string, Partial<StockFacts>, number]>([
    ['is what is available', {}, 12],
    ['is the sum of the chosen outlets', { levels: [level(1, 12), level(2, 5), level(3, 9)], outletIds: outlets(1, 2) }, 17],
    ['passes over an outlet without a record', { levels: [level(1, 12), level(2, null)], outletIds: outlets(1, 2, 4) }, 12],
    ['lets an oversold outlet lower the sum', { levels: [level(1, 12), level(2, -3)], outletIds: outlets(1, 2) }, 9],
    ['is zero where less than nothing is available', { levels: [level(1, -3)] }, 0],
    ['is zero where zero is counted', { levels: [level(1, 0)] }, 0],
    ['is less what open orders hold', { reserve: 5 }, 7],
    ['never falls below zero for a reserve', { reserve: 20 }, 0],
    ['is less the units kept back', { buffer: units(2) }, 10],
    ['keeps back a part, rounded up', { buffer: percent(10) }, 10],
    ['keeps back nothing of nothing', { levels: [level(1, 0)], buffer: percent(50) }, 0],
    ['is in whole units', { levels: [level(1, 2.9999)] }, 2],
    ['adds fractions before it rounds', { levels: [level(1, 0.5), level(2, 0.5)], outletIds: outlets(1, 2) }, 1],
    ['is less both', { reserve: 3, buffer: units(2) }, 7],
  ])('%s', (_, change, published) => {
    expect(stockToPublish(facts(change))).toMatchObject({ kind: 'publish', sum: { published } });
  });

  it('tells how it came about', () => {
    expect(stockToPublish(facts({ reserve: 2, buffer: percent(10) }))).toEqual({ kind: 'publish', sum: { available: 120_000, reserve: 2, buffer: 2, published: 8 } });
  });

  it.each<[string, Partial<StockFacts>, string]>([
    ['Hike does not count', { tracksStock: false }, 'not-tracked'],
    ['no chosen outlet has a record', { levels: [level(3, 9)] }, 'no-record'],
    ['the record has no count', { levels: [level(1, null)] }, 'no-record'],
    ['there is no record at all', { levels: [] }, 'no-record'],
  ])('is never zero where %s', (_, change, reason) => {
    expect(stockToPublish(facts(change))).toEqual({ kind: 'leave', reason });
  });
});
