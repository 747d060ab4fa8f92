import { z } from 'zod';
import { CategoryId } from '../../../domain/ids';
import type { CategoryIndex } from '../../../domain/rules/catalogue/catalogue-context';
import { categoryIndex } from '../../../domain/rules/catalogue/category-index';
import type { StoreCategory } from '../../ports/bigcommerce';
import type { JobContext } from '../job';

const CURSOR = 'store-categories';
const Known = z.array(z.object({ id: CategoryId, name: z.string(), parentId: CategoryId.nullable() }));

type Shelf = Pick<JobContext, 'storeHash' | 'database'>;

const readKnown = async ({ storeHash, database }: Shelf): Promise<StoreCategory[]> =>
  Known.nullable().parse(await database.tables.cursors.find(storeHash, CURSOR)) ?? [];

/** As they were last read; comparing costs no call. */
export const knownCategories = async (context: Shelf): Promise<CategoryIndex> => categoryIndex(await readKnown(context));

export const keepCategories = async (context: JobContext): Promise<StoreCategory[]> => {
  const categories = await context.bigcommerce.catalogue.listCategories();
  await context.record('categories-read', (tables) => tables.cursors.save(context.storeHash, CURSOR, categories));
  return categories;
};

/** Creates those that are not there. They are read first: another app, or a create whose answer was lost, may have made them. */
export const createCategories = async (context: JobContext, names: readonly string[]): Promise<void> => {
  if (names.length === 0) return;
  const categories = await keepCategories(context);
  for (const name of new Set(names)) {
    if (categoryIndex(categories).byName.has(name.trim().toLowerCase())) continue;
    categories.push({ id: await context.bigcommerce.catalogue.createCategory(name), name, parentId: null });
    await context.record('category-created', (tables) => tables.cursors.save(context.storeHash, CURSOR, categories));
  }
};
