import { describe, expect, it } from 'vitest';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import type { ProductWork } from './product-work';
import { withinCalls } from './within-calls';

const work = (step: object, removals: unknown[] = []) => ({ step, removals, seen: { product: aHikeProduct() } }) as unknown as ProductWork;
const create = () => work({ kind: 'create' });
const update = () => work({ kind: 'update', change: {}, missingVariants: [], variantChanges: [], imagesDiffer: false });

describe('the products of one run', () => {
  it.each<[string, ProductWork[], number]>([
    ['sixty that are created', Array.from({ length: 200 }, create), 60],
    ['six hundred that change', Array.from({ length: 700 }, update), 600],
    ['all, where there are few', Array.from({ length: 20 }, create), 20],
    ['one that alone takes more, and none besides', [work({ kind: 'nothing' }, Array.from({ length: 90 })), create()], 1],
    ['any number that cost no call', Array.from({ length: 300 }, () => work({ kind: 'nothing' })), 300],
  ])('are %s', (_, works, count) => {
    const { now, later } = withinCalls(works, someSettings());
    expect(now).toEqual(works.slice(0, count));
    expect(later).toEqual(works.slice(count));
  });
});
