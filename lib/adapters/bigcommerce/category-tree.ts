import { z } from 'zod';
import { CategoryId } from '../../domain/ids';
import type { BigCommerceCatalogue, StoreCategory } from '../../engine/ports/bigcommerce';
import { RefusedByVendor } from '../../engine/ports/failures';
import { idOrNull, textOrEmpty } from '../http/wire-values';
import type { BigCommerceApi } from './bigcommerce-api';
import { DEFAULT_CHANNEL } from './default-channel';
import { listPages } from './list-pages';
import { isMemberRefusal } from './together-or-singly';

const CATEGORIES = '/v3/catalog/trees/categories';
const TOP = 0;

/** 204 where there is none. */
const trees = z.object({ data: z.array(z.object({ id: z.int() })) }).nullable();
const category = z
  .object({ category_id: CategoryId, name: textOrEmpty, parent_id: idOrNull })
  .transform(({ category_id: id, name, parent_id: parentId }): StoreCategory => ({ id, name, parentId: parentId === null ? null : CategoryId.parse(parentId) }));
const newCategories = z.array(z.strictObject({ name: z.string().min(1).max(50), tree_id: z.int(), parent_id: z.literal(TOP), is_visible: z.literal(true) })).length(1);
const created = z.object({ data: z.array(z.object({ category_id: CategoryId })).nullish() });

type CategoryTree = Pick<BigCommerceCatalogue, 'listCategories' | 'createCategory'>;

export const createCategoryTree = (api: BigCommerceApi): CategoryTree => {
  let known: number | null = null;

  /** Each storefront may have a tree of its own; products go into the default one's. */
  const treeId = async (): Promise<number> => {
    if (known !== null) return known;
    // Stores have a handful of trees at most: this list has no pages.
    const [first] = (await api.get('/v3/catalog/trees', { 'channel_id:in': DEFAULT_CHANNEL }, trees))?.data ?? [];
    if (!first) throw new RefusedByVendor({ side: 'bigcommerce', status: 404, reason: 'The default storefront has no categories.' });
    known = first.id;
    return known;
  };

  const listCategories = async (): Promise<StoreCategory[]> => listPages(api, { path: CATEGORIES, query: { 'tree_id:in': await treeId() } }, category);

  const named = async (name: string): Promise<CategoryId | undefined> =>
    (await listCategories()).find((one) => one.parentId === null && one.name.toLowerCase() === name.toLowerCase())?.id;

  const create = async (name: string): Promise<CategoryId | undefined> => {
    const value = [{ name, tree_id: await treeId(), parent_id: TOP as typeof TOP, is_visible: true as const }];
    const { data } = await api.send('POST', { path: CATEGORIES, body: { schema: newCategories, value } }, created);
    return data?.[0]?.category_id;
  };

  return {
    listCategories,
    createCategory: async (wanted) => {
      const name = wanted.trim();
      let refusal = new RefusedByVendor({ side: 'bigcommerce', status: 207, reason: `The category “${name}” was not stored.` });
      try {
        const id = await create(name);
        if (id !== undefined) return id;
      } catch (error) {
        if (!isMemberRefusal(error)) throw error;
        refusal = error;
      }
      // Names are unique among siblings: somebody may have been quicker with the same.
      const twin = await named(name);
      if (twin === undefined) throw refusal;
      return twin;
    },
  };
};
