import { createHash } from 'node:crypto';
import type { FieldOwner } from '../../../../domain/catalogue-words';
import type { HikeProduct } from '../../../../domain/hike-product';
import type { HikeProductId, ImageId, VariantId } from '../../../../domain/ids';
import { aHikeProduct } from '../../../../domain/testing/a-hike-product';
import { someSettings } from '../../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../../domain/testing/a-store-product';
import type { ImageDraft, StoreProduct } from '../../../../domain/store-product';
import type { ProductImage } from '../../../ports/tables';
import { sampleHikeProduct } from '../../../testing/batteries/sample-products';
import { createTestContext } from '../../../testing/create-test-context';
import { openOwnPictures } from '../own-pictures';
import { IN_STEP, type ProductWork } from '../product-work';

/** Where Hike shows a picture of this name. */
export const at = (name: string): string => `https://pics.example/${name}.jpg`;

export const contentAt = (name: string): string => createHash('sha256').update(at(name)).digest('hex');

/** Hike's pictures of these names, the first one the primary. */
export const showing = (...names: string[]) => names.map((name, index) => ({ key: name, url: at(name), isPrimary: index === 0 }));

export const aPicture = (name: string, isPrimary = false) => ({ key: name, url: at(name), content: contentAt(name), isPrimary });

const nameOf = ({ source }: ImageDraft): string => (source.kind === 'url' ? source.url.replace(/^.*\/|\.jpg$/g, '') : source.name);

interface PictureShop {
  /** A tote that shows `a`, unless said otherwise. */
  product?: HikeProduct;
  /** The tote of BigCommerce, as we know it and as it is. */
  store?: StoreProduct;
  /** Pictures that BigCommerce has from us, at the places of their order. */
  ours?: Record<number, string>;
  owner?: FieldOwner;
  /** How often it was tried in vain. */
  attempts?: number;
  written?: Record<string, string>;
  variantLinks?: Record<number, number>;
}

/** A product of Hike's and its partner, as the jobs that see to pictures meet them. */
export const pictureShop = async (given: PictureShop = {}) => {
  const { product = aHikeProduct({ images: showing('a') }), store = aStoreProduct(), ours = {}, owner = 'hike', attempts = 0, written = {}, variantLinks = {} } = given;
  const { catalogue } = someSettings();
  const shop = await createTestContext({ settings: someSettings({ catalogue: { ...catalogue, owners: { ...catalogue.owners, images: owner } } }) });
  const { context, database: { tables }, storeHash, vendors } = shop;
  vendors.storeProducts.set(store.id, store);
  const place = { hikeId: product.id, productId: store.id };
  const images = Object.entries(ours).map(([id, name], position): ProductImage => {
    const imageId = Number(id) as ImageId;
    return { ...place, imageId, key: name, url: at(name), content: contentAt(name), position };
  });
  await tables.images.replace(storeHash, product.id, images);
  const seen = { ...sampleHikeProduct(product.id, product.name, { written }), product };
  const row = await shop.mark(String(product.id), { thing: 'product', attempts });
  const links = new Map(Object.entries(variantLinks).map(([hikeId, variantId]) => [Number(hikeId) as HikeProductId, variantId as VariantId]));
  const base = { row, seen, plan: IN_STEP, removals: [], facts: { candidates: [store], variantLinks: links } };
  const newLinks = { productId: null, variants: [] };
  const step = { kind: 'update', productId: store.id, change: null, variantChanges: [], missingVariants: [], newLinks, missingCategories: [], imagesDiffer: true };
  return {
    ...shop,
    place,
    update: { ...base, step } as unknown as ProductWork<'update'>,
    create: { ...base, step: { kind: 'create' } } as unknown as ProductWork<'create'>,
    own: await openOwnPictures(context, place),
    /** What is kept as ours, in order. */
    kept: async () => {
      const own = await tables.images.listOf(storeHash, [product.id]);
      return own.sort((a, b) => a.position - b.position).map(({ imageId, key, position }) => [Number(imageId), key, position]);
    },
    /** Whose picture was sent, in order. */
    added: () => vendors.addedImages.map(({ draft }) => nameOf(draft)),
    writes: () => vendors.calls.filter((name) => /^catalogue\.(add|change|delete)Image$/.test(name)).map((name) => name.replace('catalogue.', '')),
  };
};
