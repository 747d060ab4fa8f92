import { describe, expect, it } from 'vitest';
import type { OutletId } from '../../ids';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { hikeCountsMoved } from './hike-counts-moved';

const OUTLETS = [1, 2] as OutletId[];
const tote = (...levels: { outletId: number; available: number | null }[]) => aHikeProduct({ variants: [aHikeVariant({ levels: levels.map((level) => anOutletLevel(level)) })] });
const before = tote({ outletId: 1, available: 120_000 });

describe('what Hike tells of counts', () => {
  it('is a move per outlet that changed, and a reason to publish', () => {
    const after = tote({ outletId: 1, available: 110_000 }, { outletId: 2, available: 30_000 });
    expect(hikeCountsMoved({ before, after }, OUTLETS)).toEqual({
      moves: [
        { hikeId: 812, outletId: 1, before: 120_000, after: 110_000 },
        { hikeId: 812, outletId: 2, before: null, after: 30_000 },
      ],
      toPublish: [812],
    });
  });

  it.each([
    ['nothing changed', before],
    ['an outlet changed that nobody chose', tote({ outletId: 1, available: 120_000 }, { outletId: 9, available: 10_000 })],
    ['the record is gone, which is no zero', tote({ outletId: 1, available: null })],
    ['only the name changed', { ...before, name: 'Tote' }],
  ])('is nothing to do where %s', (_, after) => {
    expect(hikeCountsMoved({ before, after }, OUTLETS)).toEqual({ moves: [], toPublish: [] });
  });

  it.each([
    ['it counts again', { ...before, tracksStock: false }],
    ['another buffer may apply', { ...before, types: [] }],
    ['it was never seen', null],
  ])('is published without a move where %s', (_, known) => {
    expect(hikeCountsMoved({ before: known, after: before }, OUTLETS)).toEqual({ moves: [], toPublish: [812] });
  });

  it('is published for a variant that is new', () => {
    const tee = aHikeTee();
    const one = { ...tee, variants: tee.variants.slice(0, 1) };
    expect(hikeCountsMoved({ before: one, after: tee }, OUTLETS)).toEqual({ moves: [], toPublish: [902] });
  });
});
