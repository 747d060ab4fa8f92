import type { CategoryId, ImageId, ProductId, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { problem } from '../../domain/problems';
import { skuKey } from '../../domain/rules/sku-key';
import type { ImageDraft, ProductChange, ProductDraft, StoreProduct, StoreVariant, VariantChange, VariantDraft } from '../../domain/store-product';
import type { BigCommerceCatalogue, MemberOutcome, StoreCategory } from '../ports/bigcommerce';

/** BigCommerce's catalogue as plain objects; every write is kept. */
export interface FakeCatalogueWorld {
  storeProducts: Map<number, StoreProduct>;
  categories: StoreCategory[];
  createdProducts: ProductDraft[];
  productChanges: ProductChange[];
  variantChanges: VariantChange[];
  addedVariants: VariantDraft[];
  deletedVariants: number[];
  addedImages: { productId: number; draft: ImageDraft }[];
  deletedImages: number[];
  assignedToChannel: number[];
  /** Addresses of pictures that BigCommerce cannot fetch. */
  unreachable: Set<string>;
  /** Pictures, by their content, that BigCommerce takes neither by address nor as a file. */
  unwelcome: Set<string>;
  /** What stands at the address of a picture in BigCommerce; any other address answers its own text. */
  storePictures: Map<string, string | null>;
  /** Products that are refused when they are changed. */
  refusedProducts: Set<number>;
  /** Variants that are refused when they are changed or deleted. */
  refusedVariants: Set<number>;
  /** Products that BigCommerce's lists leave out although they are there. */
  unlistedInStore: Set<number>;
  now(): Instant;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

const PAGE = 250;
const MOST_IMAGES = 1000;

export const newCatalogueWorld = (): FakeCatalogueWorld => ({
  storeProducts: new Map(),
  categories: [],
  createdProducts: [],
  productChanges: [],
  variantChanges: [],
  addedVariants: [],
  deletedVariants: [],
  addedImages: [],
  deletedImages: [],
  assignedToChannel: [],
  unreachable: new Set(),
  unwelcome: new Set(),
  storePictures: new Map(),
  refusedProducts: new Set(),
  refusedVariants: new Set(),
  unlistedInStore: new Set(),
  now: () => '2026-01-20T03:00:00.000Z' as Instant,
});

export const fakeCatalogue = (world: FakeCatalogueWorld, call: Call): BigCommerceCatalogue => ({ ...reads(world, call), ...writes(world, call), ...pictures(world, call) });

const sorted = (world: FakeCatalogueWorld): StoreProduct[] => [...world.storeProducts.values()].sort((a, b) => a.id - b.id);

const holds = (product: StoreProduct, sku: string): boolean => [product, ...product.variants].some((one) => skuKey(one.sku) === skuKey(sku));

/** Modifiers are told where they are asked for, and nowhere else. */
const asListed = (product: StoreProduct): StoreProduct => ({ ...product, hasModifiers: false });

type Part<Name extends keyof BigCommerceCatalogue> = Pick<BigCommerceCatalogue, Name>;

const reads = (
  world: FakeCatalogueWorld,
  call: Call,
): Part<'listProducts' | 'listModifiedSince' | 'listByIds' | 'exists' | 'findByName' | 'findBySku' | 'hasModifiers' | 'listCategories'> => ({
  listProducts: (after) =>
    call('catalogue.list', () => {
      const rest = sorted(world).filter(({ id }) => !world.unlistedInStore.has(id) && (after === null || id > after));
      const products = rest.slice(0, PAGE).map(asListed);
      return { products, next: rest.length > PAGE ? (products.at(-1)?.id ?? null) : null };
    }),
  listModifiedSince: (since, page) =>
    call('catalogue.since', () => sorted(world).filter(({ modifiedAt }) => modifiedAt !== null && modifiedAt >= since).slice((page - 1) * PAGE, page * PAGE).map(asListed)),
  listByIds: (ids) => call('catalogue.byIds', () => ids.flatMap((id) => (world.unlistedInStore.has(id) ? [] : (world.storeProducts.get(id) ?? []))).map(asListed)),
  exists: (id) => call('catalogue.exists', () => world.storeProducts.has(id)),
  findByName: (name) => call('catalogue.byName', () => sorted(world).find((product) => skuKey(product.name) === skuKey(name)) ?? null),
  findBySku: (sku) => call('catalogue.bySku', () => sorted(world).find((product) => holds(product, sku)) ?? null),
  hasModifiers: (id) => call('catalogue.modifiers', () => world.storeProducts.get(id)?.hasModifiers === true),
  listCategories: () => call('catalogue.categories', () => world.categories),
});

const taken = (world: FakeCatalogueWorld, draft: ProductDraft) => {
  if (sorted(world).some(({ name }) => skuKey(name) === skuKey(draft.name))) return problem('product-name-taken', { product: draft.name });
  const sku = [draft.sku, ...draft.variants.map((variant) => variant.sku)].find((one) => one !== '' && sorted(world).some((product) => holds(product, one)));
  return sku === undefined ? null : problem('sku-taken', { sku });
};

const outcomesOf = <Id extends number>(
  changes: readonly { id: Id }[],
  decide: (change: { id: Id }) => MemberOutcome,
): Map<Id, MemberOutcome> => new Map(changes.map((change) => [change.id, decide(change)]));

const writes = (
  world: FakeCatalogueWorld,
  call: Call,
): Part<'create' | 'update' | 'updateVariants' | 'addVariant' | 'deleteVariant' | 'delete' | 'createCategory' | 'assignToDefaultChannel'> => ({
  create: (draft) =>
    call('catalogue.create', () => {
      const urls = [...draft.images.flatMap(({ source }) => (source.kind === 'url' ? [source.url] : [])), ...draft.variants.flatMap(({ imageUrl }) => imageUrl ?? [])];
      const unreachable = urls.find((url) => world.unreachable.has(url));
      if (unreachable !== undefined) return { kind: 'refused', problem: problem('image-unreachable', { url: unreachable }) } as const;
      const refusal = taken(world, draft);
      if (refusal !== null) return { kind: 'refused', problem: refusal } as const;
      world.createdProducts.push(draft);
      const product = productOf(draft, { id: (7000 + world.createdProducts.length) as ProductId, at: world.now() });
      world.storeProducts.set(product.id, product);
      return { kind: 'created', product } as const;
    }),
  update: (changes) =>
    call('catalogue.update', () =>
      outcomesOf(changes as readonly ProductChange[], (member) => {
        const product = world.storeProducts.get(member.id);
        if (product === undefined) return { kind: 'gone' };
        if (world.refusedProducts.has(member.id)) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'The price is not valid.' }) };
        world.productChanges.push(member as ProductChange);
        world.storeProducts.set(member.id, { ...product, ...member, ...ownVariant(product, member), modifiedAt: world.now() });
        return { kind: 'done' };
      }),
    ),
  updateVariants: (changes) =>
    call('catalogue.updateVariants', () =>
      outcomesOf(changes, (member) => {
        const { id, productId, picture, ...others } = member as VariantChange;
        const product = world.storeProducts.get(productId);
        if (product === undefined) return { kind: 'gone' };
        if (world.refusedVariants.has(id)) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'The variant is not valid.' }) };
        if (picture?.kind === 'url' && world.unreachable.has(picture.url)) return { kind: 'refused', problem: problem('image-unreachable', { url: picture.url }) };
        world.variantChanges.push(member as VariantChange);
        const imageUrl = picture && storedAt(id, picture.kind === 'url' ? picture.url : picture.name);
        const fields = { ...others, ...(imageUrl === undefined ? {} : { imageUrl }) };
        world.storeProducts.set(productId, { ...product, variants: product.variants.map((variant) => (variant.id === id ? { ...variant, ...fields } : variant)), modifiedAt: world.now() });
        return { kind: 'done', ...(imageUrl === undefined ? {} : { imageUrl }) };
      }),
    ),
  addVariant: (draft) =>
    call('catalogue.addVariant', () => {
      const product = world.storeProducts.get(draft.productId);
      if (product === undefined || sorted(world).some((one) => holds(one, draft.sku))) return { kind: 'refused', problem: problem('sku-taken', { sku: draft.sku }) } as const;
      world.addedVariants.push(draft);
      const id = (draft.productId * 100 + 50 + world.addedVariants.length) as VariantId;
      world.storeProducts.set(product.id, { ...product, variants: [...product.variants, variantOf(draft, id)], modifiedAt: world.now() });
      return { kind: 'created', id } as const;
    }),
  deleteVariant: (productId, id) =>
    call('catalogue.deleteVariant', () => {
      const product = world.storeProducts.get(productId);
      if (product === undefined || product.variants.every((variant) => variant.id !== id)) return { kind: 'gone' } as const;
      if (world.refusedVariants.has(id)) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'The variant is in an order.' }) } as const;
      world.deletedVariants.push(id);
      world.storeProducts.set(productId, { ...product, variants: product.variants.filter((variant) => variant.id !== id), modifiedAt: world.now() });
      return { kind: 'done' } as const;
    }),
  delete: (ids) => call('catalogue.delete', () => ids.forEach((id) => world.storeProducts.delete(id))),
  createCategory: (name) =>
    call('catalogue.createCategory', () => {
      const id = (40 + world.categories.length) as CategoryId;
      world.categories = [...world.categories, { id, name, parentId: null }];
      return id;
    }),
  assignToDefaultChannel: (ids) => call('catalogue.assign', () => void world.assignedToChannel.push(...ids)),
});

/** SKU and barcode of a product without options are its only variant's. */
const ownVariant = (product: StoreProduct, { sku, barcode }: Partial<ProductChange>): Partial<StoreProduct> =>
  product.options.length > 0
    ? {}
    : { variants: product.variants.map((variant) => ({ ...variant, ...(sku === undefined ? {} : { sku }), ...(barcode === undefined ? {} : { barcode }) })) };

const variantOf = (draft: Omit<VariantDraft, 'productId' | 'productName'> & { imageUrl?: string }, id: VariantId): StoreVariant => ({
  id,
  sku: draft.sku,
  barcode: draft.barcode ?? '',
  values: draft.values,
  price: draft.price ?? null,
  salePrice: draft.salePrice ?? null,
  retailPrice: draft.retailPrice ?? null,
  isPurchasable: true,
  imageUrl: draft.imageUrl === undefined ? '' : storedAt(id, draft.imageUrl),
});

/** BigCommerce shows a variant's picture from its own address. */
const storedAt = (id: VariantId, name: string): string => `https://cdn.example/variants/${id}/${encodeURIComponent(name)}`;

const productOf = (draft: ProductDraft, { id, at }: { id: ProductId; at: Instant }): StoreProduct => ({
  id,
  name: draft.name,
  description: draft.description ?? '',
  sku: draft.sku,
  barcode: draft.barcode ?? '',
  brand: draft.brand ?? '',
  categories: draft.categories,
  searchKeywords: draft.searchKeywords ?? '',
  seo: draft.seo ?? { title: '', description: '', keywords: '' },
  price: draft.price,
  salePrice: draft.salePrice ?? ('0' as StoreProduct['price']),
  retailPrice: draft.retailPrice ?? ('0' as StoreProduct['price']),
  taxClassId: draft.taxClassId ?? (0 as StoreProduct['taxClassId']),
  isVisible: draft.isVisible,
  tracking: draft.tracking,
  options: [...new Set(draft.variants.flatMap(({ values }) => values.map(({ option }) => option)))],
  hasModifiers: false,
  variants:
    draft.variants.length === 0
      ? [variantOf({ sku: draft.sku, values: [], ...(draft.barcode === undefined ? {} : { barcode: draft.barcode }) }, (id * 100) as VariantId)]
      : draft.variants.map((variant, index) => variantOf(variant, (id * 100 + index) as VariantId)),
  images: draft.images.map(({ position, isThumbnail }, index) => ({ id: (id * 100 + index) as ImageId, position, isThumbnail })),
  modifiedAt: at,
});

const pictures = (world: FakeCatalogueWorld, call: Call): Part<'listImages' | 'fetchImage' | 'addImage' | 'changeImage' | 'deleteImage'> => ({
  listImages: (id) => call('catalogue.images', () => (world.storeProducts.get(id)?.images ?? []).map((image) => ({ id: image.id, position: image.position, url: `https://cdn.example/${image.id}.jpg` }))),
  fetchImage: (url) =>
    call('catalogue.fetchImage', () => {
      const held = world.storePictures.has(url) ? (world.storePictures.get(url) ?? null) : url;
      return held === null ? problem('image-unreachable', { url }) : { bytes: new TextEncoder().encode(held), type: 'image/jpeg' };
    }),
  addImage: (productId, draft) =>
    call('catalogue.addImage', () => {
      const { source } = draft;
      if (source.kind === 'url' && world.unreachable.has(source.url)) return { kind: 'refused', problem: problem('image-unreachable', { url: source.url }) } as const;
      if (world.unwelcome.has(source.kind === 'url' ? source.url : new TextDecoder().decode(source.bytes))) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'Not this one.' }) } as const;
      const product = world.storeProducts.get(productId);
      if (product !== undefined && product.images.length >= MOST_IMAGES) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'A product has at most 1000 images.' }) } as const;
      const id = (productId * 100 + 50 + world.addedImages.length) as ImageId;
      world.addedImages.push({ productId, draft });
      if (product) world.storeProducts.set(productId, { ...product, images: [...product.images, { id, position: draft.position, isThumbnail: draft.isThumbnail }] });
      return { kind: 'created', id } as const;
    }),
  changeImage: (productId, image, change) =>
    call('catalogue.changeImage', () => {
      const product = world.storeProducts.get(productId);
      if (!product?.images.some(({ id }) => id === image)) return { kind: 'gone' } as const;
      world.storeProducts.set(productId, { ...product, images: product.images.map((one) => (one.id === image ? { ...one, ...change } : one)) });
      return { kind: 'done' } as const;
    }),
  deleteImage: (productId, image) =>
    call('catalogue.deleteImage', () => {
      const product = world.storeProducts.get(productId);
      world.deletedImages.push(image);
      if (product) world.storeProducts.set(productId, { ...product, images: product.images.filter(({ id }) => id !== image) });
    }),
});
