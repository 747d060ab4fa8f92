import type { VariantId } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import type { SeenLevel } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import type { JobContext } from '../job';
import { keepEmptied } from './empty-levels';
import { countRemovals } from './plan-work';
import type { ProductWork } from './product-work';
import { entryFor } from './record-product';
import { takenOffSale } from './stray-variants';

interface RemovedVariants {
  /** As BigCommerce has it now; `null` where it does not show it any more. */
  store: StoreProduct | null;
  hidden: readonly VariantId[];
  /** Deleted, or no longer there. */
  gone: readonly VariantId[];
  emptied: readonly SeenLevel[];
  /** Some were not there: the product may have been deleted as a whole, which is told by whoever reads it. */
  isInDoubt: boolean;
}

/** What is deleted is forgotten with its link, so that nothing of it is ever done again; what is off sale is remembered. */
export const recordVariantsRemoved = (context: JobContext, work: ProductWork, { store, hidden, gone, emptied, isInDoubt }: RemovedVariants): Promise<void> =>
  context.record('variants-removed', async (tables) => {
    const { storeHash, now } = context;
    if (isInDoubt) await tables.dirty.mark(storeHash, { thing: 'store-product', id: String(work.facts.link), priority: PRIORITY.product, notBefore: now(), trigger: 'follow-up' });
    const done = new Set([...hidden, ...gone]);
    if (store === null || done.size === 0) return;
    await countRemovals(context, tables, [...done].filter((id) => (work.facts.goneVariants.get(id) ?? null) === null).length);
    const [known] = await tables.storeProducts.findMany(storeHash, [store.id]);
    if (known !== undefined) await tables.storeProducts.saveMany(storeHash, [{ ...known, product: { ...store, modifiedAt: now() } }]);
    const offSale = await tables.links.findByBigCommerce(storeHash, 'variant', hidden.map(String));
    await tables.links.saveMany(storeHash, offSale.map(takenOffSale), now());
    await tables.links.deleteMany(storeHash, gone.map((id) => ({ thing: 'variant', bigcommerceId: String(id) })));
    await keepEmptied(context, tables, emptied);
    const message = [sentence('Taken off sale', namesOf(work, hidden)), sentence('Deleted', namesOf(work, gone))].filter(Boolean).join(' ');
    await tables.entries.record(storeHash, entryFor(context, work, { outcome: { result: 'done', message }, productId: store.id }));
  });

const sentence = (what: string, names: readonly string[]): string => (names.length === 0 ? '' : `${what} in BigCommerce, for ${names.length === 1 ? 'it is' : 'they are'} gone from Hike: ${names.join(', ')}.`);

const namesOf = ({ removals }: ProductWork, ids: readonly VariantId[]): string[] =>
  removals.filter(({ variant }) => ids.includes(variant.id)).map(({ variant: { sku, values } }) => sku || values.map(({ label }) => label).join(' / '));
