import { describe, expect, it } from 'vitest';
import { Settings } from '../../settings';
import { aHikeProduct, aHikeTee } from '../../testing/a-hike-product';
import { callsOfStep } from './calls-of-step';
import type { Step } from './step-of-plan';

const settings = (images = 'hike') => Settings.parse({ catalogue: { owners: { images } } });
const pictures = (...urls: string[]) => aHikeProduct({ images: urls.map((url, index) => ({ key: `p${index}`, url, isPrimary: false })) });
const LONG = `https://pictures.example/${'x'.repeat(240)}`;

const update = (change: Partial<Extract<Step, { kind: 'update' }>> = {}) =>
  ({ kind: 'update', productId: 111, change: null, variantChanges: [], missingVariants: [], newLinks: { productId: null, variants: [] }, missingCategories: [], imagesDiffer: false, ...change }) as Step;
const some = (count: number) => Array.from({ length: count }, () => ({})) as never[];
const create = { kind: 'create', draft: {}, missingCategories: [] } as unknown as Step;

describe('the calls that a step costs', () => {
  it.each<[string, Step, number]>([
    ['one for a new product, with variants and pictures inside', create, 1],
    ['a tenth for the product’s fields', update({ change: {} as never }), 0.1],
    ['a tenth more for the look at its categories', update({ change: { categories: [] } as never }), 0.2],
    ['a fiftieth for each variant that changes', update({ variantChanges: some(25) }), 0.5],
    ['one for each variant that is added, and a look before', update({ missingVariants: some(3) }), 4],
    ['one for each picture of what is there', update({ imagesDiffer: true }), 2],
    ['one for what is hidden or deleted', { kind: 'remove', how: 'hide', productId: 111 as never }, 1],
    ['none for links', { kind: 'link', productId: 111 as never, newLinks: { productId: null, variants: [] } }, 0],
    ['none for nothing', { kind: 'nothing' }, 0],
  ])('are %s', (_, step, calls) => {
    expect(callsOfStep(step, pictures('https://a.example/1.png', 'https://a.example/2.png'), settings())).toBe(calls);
  });

  it('are a fiftieth more for each variant’s own picture, among what is there', () => {
    const images = [{ key: 'p', url: 'https://a.example/1.png', isPrimary: true }];
    const tee = aHikeTee({ images, variants: aHikeTee().variants.map((variant) => ({ ...variant, images })) });
    expect(callsOfStep(update({ imagesDiffer: true }), tee, settings())).toBe(1.04);
    expect(callsOfStep(create, tee, settings())).toBe(1);
  });

  it('are one more for a picture that BigCommerce cannot fetch by its address', () => {
    expect(callsOfStep(create, pictures('https://a.example/1.png', LONG), settings())).toBe(2);
    expect(callsOfStep(create, pictures(LONG), settings('nobody'))).toBe(1);
  });
});
