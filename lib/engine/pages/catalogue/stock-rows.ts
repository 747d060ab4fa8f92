import type { HikeProduct, HikeVariant } from '../../../domain/hike-product';
import { type HikeProductId, VariantId } from '../../../domain/ids';
import { bufferForProduct } from '../../../domain/rules/stock/buffer-for-product';
import { type LocationToFill, locationsToFill } from '../../../domain/rules/stock/locations-to-fill';
import { stockToPublish } from '../../../domain/rules/stock/stock-to-publish';
import type { StockRow } from '../../../domain/views/product-views';
import { LEFT_ALONE, stockSumInWords } from '../../../domain/views/stock-words';
import type { ReadingTables, Reserves, SeenLevel } from '../../ports/tables';
import type { StoreState } from '../page-deps';

interface SoldThing {
  product: HikeProduct;
  variant: HikeVariant;
}

/** What is known of some variants, by what it is about. */
interface Known {
  linked: Map<HikeProductId, VariantId>;
  levels: Map<string, SeenLevel>;
  reserves: Awaited<ReturnType<Reserves['sumByVariant']>>;
  locations: LocationToFill[];
}

/** One row per variant: the sum that is published, and what BigCommerce holds. */
export const stockRows = async (tables: ReadingTables, state: StoreState, things: readonly SoldThing[]): Promise<StockRow[]> => {
  const known = await readKnown(tables, state, things);
  return things.map((thing) => stockRow(state, known, thing));
};

const readKnown = async (tables: ReadingTables, { store, settings }: StoreState, things: readonly SoldThing[]): Promise<Known> => {
  const links = await tables.links.findByHike(store.hash, 'variant', things.map(({ variant }) => String(variant.id)));
  const linked = new Map(links.map(({ hikeId, bigcommerceId }) => [Number(hikeId) as HikeProductId, VariantId.parse(Number(bigcommerceId))]));
  const variantIds = [...linked.values()];
  const [levels, reserves] = await Promise.all([tables.levels.findByVariants(store.hash, variantIds), tables.reserves.sumByVariant(store.hash, variantIds)]);
  return {
    linked,
    levels: new Map(levels.map((level) => [`${level.variantId}:${level.locationId}`, level])),
    reserves,
    locations: locationsToFill(settings, store.profile?.locations ?? []),
  };
};

const stockRow = (state: StoreState, known: Known, thing: SoldThing): StockRow => {
  const { variant } = thing;
  const variantId = known.linked.get(variant.id);
  return {
    hikeId: variant.id,
    name: variant.name,
    sku: variant.sku,
    variantId: variantId ?? null,
    isLinked: variantId !== undefined,
    locations: known.locations.map((location) => {
      const level = variantId === undefined ? undefined : known.levels.get(`${variantId}:${location.id}`);
      return {
        id: location.id,
        name: location.name,
        sum: variantId === undefined ? LEFT_ALONE['not-linked'] : sumInWords(state, thing, { location, reserve: known.reserves.get(variantId)?.units ?? 0 }),
        inBigCommerce: level?.onHand ?? null,
        published: level?.written ?? null,
        isHeld: (level?.heldSince ?? null) !== null,
      };
    }),
  };
};

const sumInWords = ({ settings }: StoreState, { product, variant }: SoldThing, { location, reserve }: { location: LocationToFill; reserve: number }): string => {
  const decision = stockToPublish({
    tracksStock: product.tracksStock,
    levels: variant.levels,
    outletIds: location.outletIds,
    reserve: location.isDefault ? reserve : 0,
    buffer: bufferForProduct({ ids: [variant.id, product.id], types: product.types }, settings.stock),
  });
  return decision.kind === 'publish' ? stockSumInWords(decision.sum) : LEFT_ALONE[decision.reason];
};
