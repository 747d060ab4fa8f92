import type { CategoryId, ImageId, LocationId, ProductId, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Problem } from '../../domain/problems';
import type { ImageDraft, ProductChange, ProductDraft, StoreProduct, VariantChange, VariantDraft } from '../../domain/store-product';
import type { Picture } from './picture';

/**
 * What became of one member of a batch. A refusal is a value: the others went through. `modifiedAt` is the product's own
 * time after the write, `imageUrl` a variant's picture, where the answer tells them.
 */
export type MemberOutcome = { kind: 'done'; modifiedAt?: Instant | null; imageUrl?: string } | { kind: 'refused'; problem: Problem } | { kind: 'gone' };

export interface StoreCategory {
  id: CategoryId;
  name: string;
  parentId: CategoryId | null;
}

export interface StoreImage {
  id: ImageId;
  position: number;
  /** The largest that is public. */
  url: string | null;
}

/** The catalogue of one BigCommerce store (reference: bigcommerce 7.1). One call each unless said otherwise. */
export interface BigCommerceCatalogue {
  /** Products by ascending id, 250 a call, with variants and images; `next` is `null` after the last. */
  listProducts(after: ProductId | null): Promise<{ products: StoreProduct[]; next: ProductId | null }>;
  /** One page of 250, oldest change first; a page that is not full is the last. */
  listModifiedSince(since: Instant, page: number): Promise<StoreProduct[]>;
  /** One call per 250 ids. Missing ids are gone. */
  listByIds(ids: readonly ProductId[]): Promise<StoreProduct[]>;
  /** One call. False when BigCommerce answers that there is none: the proof that it was deleted. */
  exists(id: ProductId): Promise<boolean>;
  /** Exactly this name, without case. */
  findByName(name: string): Promise<StoreProduct | null>;
  /** A variant with exactly this SKU, without case, and its product: two calls. Looks up a create whose answer was lost. */
  findBySku(sku: string): Promise<StoreProduct | null>;
  /** Options that shoppers fill in but that make no variants; read before variants are added. */
  hasModifiers(id: ProductId): Promise<boolean>;
  /**
   * Variants, options and images by address in the same call; images that are files are left out, for `addImage`. An
   * address that cannot be fetched refuses the whole product (`image-unreachable`).
   */
  create(draft: ProductDraft): Promise<{ kind: 'created'; product: StoreProduct } | { kind: 'refused'; problem: Problem }>;
  /** Up to ten a call, the caller's concern; where a batch is refused as a whole its members are sent one by one. */
  update(changes: readonly ProductChange[]): Promise<Map<ProductId, MemberOutcome>>;
  /** Up to fifty a call; as above. A picture that is a file costs a call of its own. */
  updateVariants(changes: readonly VariantChange[]): Promise<Map<VariantId, MemberOutcome>>;
  /** Adds missing option values and the variant: up to three calls. */
  addVariant(draft: VariantDraft): Promise<{ kind: 'created'; id: VariantId } | { kind: 'refused'; problem: Problem }>;
  /** `gone` where it is not there. The last variant of a product must not be asked for: the product would become a single one. */
  deleteVariant(productId: ProductId, id: VariantId): Promise<MemberOutcome>;
  /** Up to 250 a call. */
  delete(ids: readonly ProductId[]): Promise<void>;
  /** All categories of the default tree, one call per 250. */
  listCategories(): Promise<StoreCategory[]>;
  createCategory(name: string): Promise<CategoryId>;
  /** All pictures of the product, the thumbnail first. */
  listImages(id: ProductId): Promise<StoreImage[]>;
  /** The file at a picture's address, or why there is none to be had. Costs no quota. */
  fetchImage(url: string): Promise<Picture | Problem>;
  /** An address that BigCommerce cannot fetch is answered as a refusal (`image-unreachable`). */
  addImage(id: ProductId, draft: ImageDraft): Promise<{ kind: 'created'; id: ImageId } | { kind: 'refused'; problem: Problem }>;
  changeImage(id: ProductId, image: ImageId, change: { position?: number; isThumbnail?: boolean }): Promise<MemberOutcome>;
  /** One that is not there is as good as removed. */
  deleteImage(id: ProductId, image: ImageId): Promise<void>;
  /** Makes products sellable in the default storefront; up to 250 a call. */
  assignToDefaultChannel(ids: readonly ProductId[]): Promise<void>;
}

/** What a location holds of a variant: `onHand`, of which `availableToSell` lacks the safety stock. */
export interface StoreLevel {
  variantId: VariantId;
  productId: ProductId;
  locationId: LocationId;
  onHand: number;
}

export interface LevelToSet {
  variantId: VariantId;
  /** Given for a simple product whose `tracking` is `product`: BigCommerce then asks for its id. Without it two more calls may be needed. */
  productId?: ProductId;
  locationId: LocationId;
  quantity: number;
}

/** An item that BigCommerce cannot take; the others of the call went through. */
export interface LevelRefusal {
  variantId: VariantId;
  locationId: LocationId;
  problem: Problem;
}

/** Stock of one BigCommerce store (reference: bigcommerce 7.2). */
export interface BigCommerceInventory {
  /** One call per 1,000 levels where the ids' addresses allow, never one per variant. Untracked variants are absent. */
  listLevels(variantIds: readonly VariantId[], locationIds: readonly LocationId[]): Promise<StoreLevel[]>;
  /** Every level of these locations, 1,000 a call; `next` is `null` after the last page. */
  listAllLevels(locationIds: readonly LocationId[], page: number): Promise<{ levels: StoreLevel[]; next: number | null }>;
  /**
   * Absolute, up to 2,000 items, which the caller keeps to; takes effect a little later. Repeating it does no harm.
   * Answers the items that were refused, mostly none; throws RefusedByVendor where BigCommerce does not say which they are.
   */
  setLevels(items: readonly LevelToSet[]): Promise<LevelRefusal[]>;
}
