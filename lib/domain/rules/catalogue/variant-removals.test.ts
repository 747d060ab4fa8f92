import { describe, expect, it } from 'vitest';
import { VariantId } from '../../ids';
import { aStoreTee } from '../../testing/a-store-product';
import { someSettings } from '../../testing/a-shop';
import type { RemovalDecision } from './removal-of-product';
import { type GoneVariants, variantRemovals } from './variant-removals';

const [SMALL, MEDIUM] = [191, 192].map((id) => VariantId.parse(id)) as [VariantId, VariantId];

const removals = (deletes: string, change: Partial<GoneVariants> = {}, store = aStoreTee()): [number, string][] =>
  variantRemovals(store, { gone: new Map([[MEDIUM, null]]), taken: new Set(), isMass: false, ...change }, someSettings({ catalogue: { deletes } })).map(({ variant, how }) => [variant.id, how]);

const decided = (decision: RemovalDecision) => ({ gone: new Map([[MEDIUM, decision]]) });
const bothGone = { gone: new Map([SMALL, MEDIUM].map((id) => [id, null])) };
const offSale = (...ids: number[]) => aStoreTee({ variants: aStoreTee().variants.map((variant) => ({ ...variant, isPurchasable: !ids.includes(variant.id) })) });

describe('variantRemovals', () => {
  it.each<[string, string, Partial<GoneVariants>, [number, string][]]>([
    ['asks unless told otherwise', 'ask', {}, [[192, 'ask']]],
    ['takes off sale where the setting says hide', 'hide', {}, [[192, 'hide']]],
    ['deletes where the setting says so', 'delete', {}, [[192, 'delete']]],
    ['does nothing where none is gone', 'delete', { gone: new Map() }, []],
    ['leaves what another variant of Hike’s turned out to be', 'delete', { taken: new Set([MEDIUM]) }, []],
    ['asks where too many go at once', 'delete', { isMass: true }, [[192, 'ask']]],
    ['does as a person decided, many or not', 'ask', { ...decided('delete'), isMass: true }, [[192, 'delete']]],
    ['keeps what a person wants kept', 'delete', decided('keep'), []],
    ['passes over what BigCommerce no longer has', 'delete', { gone: new Map([[VariantId.parse(777), null]]) }, []],
    ['never deletes the last, but takes it off sale', 'delete', bothGone, [[191, 'hide'], [192, 'hide']]],
    ['deletes one where the other waits for a person', 'ask', { gone: new Map<VariantId, RemovalDecision | null>([[SMALL, null], [MEDIUM, 'delete']]) }, [[191, 'ask'], [192, 'delete']]],
  ])('%s', (_, deletes, change, expected) => {
    expect(removals(deletes, change)).toEqual(expected);
  });

  it('takes nothing off sale twice', () => {
    expect(removals('hide', {}, offSale(192))).toEqual([]);
    expect(removals('delete', bothGone, offSale(191))).toEqual([[192, 'hide']]);
  });

  it('deletes what was only off sale once something else is sold', () => {
    expect(removals('delete', {}, offSale(192))).toEqual([[192, 'delete']]);
  });
});
