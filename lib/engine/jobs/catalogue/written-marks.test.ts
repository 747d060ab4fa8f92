import { describe, expect, it } from 'vitest';
import { CategoryId, ProductId, VariantId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { SentVariantPicture } from '../../../domain/rules/catalogue/variant-pictures';
import type { SeenHikeProduct } from '../../ports/tables';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext } from '../../testing/create-test-context';
import { imagesDiffer, imagesMissed, keepWritten, ownCategoriesOf, sentVariantPicturesOf, type WriteMarks, wasHiddenByUs } from './written-marks';

const [ONE, OTHER] = [111, 112].map((id) => ProductId.parse(id)) as [ProductId, ProductId];
const CATEGORY = CategoryId.parse(23);
const PICTURE: SentVariantPicture = { variantId: VariantId.parse(211), content: 'abc', url: 'https://cdn.example/a.jpg' };
const MISSED = problem('image-unreachable', { url: 'https://pics.example/a.jpg' });

const ALL: WriteMarks = { images: 'in-step', hidden: true, categories: { productId: ONE, ids: [CATEGORY] } };

/** What is remembered after these writes, one after the other. */
const after = async (...writes: WriteMarks[]): Promise<SeenHikeProduct> => {
  const { context, tables, storeHash } = await createTestContext();
  const { product, ...seen } = sampleHikeProduct(812, 'Tote');
  await tables.hikeProducts.saveMany(storeHash, [{ ...seen, product }]);
  const find = async () => (await tables.hikeProducts.findMany(storeHash, [product.id]))[0]!;
  for (const write of writes) {
    const known = await find();
    await context.record('products-updated', (inside) => keepWritten(context, inside, [{ seen: known, ...write }]));
  }
  return find();
};

const told = (seen: SeenHikeProduct) => ({ differ: imagesDiffer(seen), missed: imagesMissed(seen), hidden: wasHiddenByUs(seen), categories: [...ownCategoriesOf(seen, ONE)] });

const NOTHING = { differ: true, missed: null, hidden: false, categories: [] };
const EVERYTHING = { differ: false, missed: null, hidden: true, categories: [CATEGORY] };

describe('what is remembered of our writes', () => {
  it.each<[string, WriteMarks[], object]>([
    ['nothing was written', [{}], NOTHING],
    ['pictures are in step', [{ images: 'in-step' }], { ...NOTHING, differ: false }],
    ['no picture is lacking, where Hike does not decide about them', [{ images: 'added' }], NOTHING],
    ['a picture could not be sent', [{ images: MISSED }], { ...NOTHING, missed: MISSED }],
    ['a picture could not be sent at first', [{ images: MISSED }, { images: 'in-step' }], { ...NOTHING, differ: false }],
    ['a picture could be sent until now', [{ images: 'in-step' }, { images: MISSED }], { ...NOTHING, missed: MISSED }],
    ['it was hidden', [{ hidden: true }], { ...NOTHING, hidden: true }],
    ['it was hidden and is shown again', [{ hidden: true }, { hidden: false }], NOTHING],
    ['all of it, and then nothing more', [ALL, {}], EVERYTHING],
    ['all of it, and then pictures', [ALL, { images: 'in-step' }], EVERYTHING],
    ['all of it, and then that it was shown', [ALL, { hidden: false }], { ...EVERYTHING, hidden: false }],
    ['all of it, and then other categories', [ALL, { categories: { productId: ONE, ids: [] } }], { ...EVERYTHING, categories: [] }],
  ])('says what holds: %s', async (_, writes, marks) => {
    expect(told(await after(...writes))).toEqual(marks);
  });

  it('is kept as it was where a write says nothing of it', async () => {
    const { written } = await after({ images: MISSED, hidden: true });
    expect(Object.keys(written).sort()).toEqual(['hidden', 'missedImages']);
  });

  it('speaks of one product of BigCommerce’s, not of another that is linked later', async () => {
    const seen = await after({ ...ALL, variantPictures: { productId: ONE, pictures: [PICTURE] } }, { hidden: true });
    expect([[...ownCategoriesOf(seen, OTHER)], [...ownCategoriesOf(seen, null)]]).toEqual([[], []]);
    expect([sentVariantPicturesOf(seen, ONE), sentVariantPicturesOf(seen, OTHER)]).toEqual([[PICTURE], []]);
  });
});
