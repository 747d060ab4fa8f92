import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import { nextId, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';

/** Every store of the sandbox has the one tree of its default channel. */
export const TREE = { id: 1, name: 'Default catalog tree', channels: [1] };

const CATEGORIES = 16_000;
const LEVELS = 8;

export type Category = Store['categories'] extends Map<number, infer C> ? C : never;

export const categoryPost = z.object({ name: z.string().min(1).max(50), parent_id: z.int().default(0), tree_id: z.int().optional(), is_visible: z.boolean().default(true) });
type CategoryPost = z.output<typeof categoryPost>;

/** The ids from the root down to a category. */
function pathOf(store: Store, id: number): number[] {
  const path: number[] = [];
  for (let at = store.categories.get(id); at; at = store.categories.get(at.parentId)) path.unshift(at.id);
  return path;
}

/** Why a category cannot be made; siblings have different names. */
function problem(store: Store, input: CategoryPost): [field: string, reason: string] | undefined {
  if (input.tree_id === undefined && input.parent_id === 0) return ['tree_id', 'tree_id or parent_id is required'];
  if (input.tree_id !== undefined && input.tree_id !== TREE.id) return ['tree_id', 'the tree does not exist'];
  if (input.parent_id !== 0 && !store.categories.has(input.parent_id)) return ['parent_id', 'the parent does not exist'];
  if (pathOf(store, input.parent_id).length >= LEVELS) return ['parent_id', `categories have at most ${LEVELS} levels`];
  if (store.categories.size >= CATEGORIES) return ['name', `a store has at most ${CATEGORIES} categories`];
  for (const other of store.categories.values()) {
    if (other.parentId === input.parent_id && other.name.toLowerCase() === input.name.toLowerCase()) return ['name', 'duplicate'];
  }
  return undefined;
}

function addCategory(platform: Platform, store: Store, input: CategoryPost): Category {
  const category = { id: nextId(store, 'category', 18), name: input.name, parentId: input.parent_id, uuid: randomUUID(), visible: input.is_visible };
  store.categories.set(category.id, category);
  note(platform, store, { kind: 'category.created', id: category.id, reference: category.name, data: category });
  platform.emit(store, 'store/category/created', { type: 'category', id: category.id });
  return category;
}

/** Makes what can be made and says what cannot; when nothing can, it is refused as a whole. */
export function createCategories(platform: Platform, store: Store, batch: CategoryPost[]): { created: Category[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const created = batch.flatMap((input, index) => {
    const wrong = problem(store, input);
    if (!wrong) return [addCategory(platform, store, input)];
    errors[`${index}.${wrong[0]}`] = wrong[1];
    return [];
  });
  if (created.length === 0 && batch.length > 0) throw new ApiRefusal(422, 'The category is invalid.', errors);
  return { created, errors };
}

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export function categoryView(category: Category) {
  return {
    category_id: category.id,
    category_uuid: category.uuid,
    tree_id: TREE.id,
    parent_id: category.parentId,
    name: category.name,
    description: '',
    views: 0,
    sort_order: 0,
    page_title: '',
    meta_keywords: [],
    meta_description: '',
    layout_file: 'category.html',
    image_url: '',
    is_visible: category.visible,
    search_keywords: '',
    default_product_sort: 'use_store_settings',
    url: { path: `/${slug(category.name)}/`, is_customized: false },
  };
}

interface Branch {
  id: number;
  parent_id: number;
  depth: number;
  path: number[];
  name: string;
  is_visible: boolean;
  url: string;
  children: Branch[];
}

/** The whole tree, each category with those below it. */
export function categoryTree(store: Store): Branch[] {
  const below = new Map<number, Category[]>();
  for (const category of store.categories.values()) below.set(category.parentId, [...(below.get(category.parentId) ?? []), category]);
  const branches = (parentId: number, path: number[]): Branch[] =>
    (below.get(parentId) ?? []).map(({ id, name, visible }) => ({
      id,
      parent_id: parentId,
      depth: path.length,
      path,
      name,
      is_visible: visible,
      url: `/${slug(name)}/`,
      children: branches(id, [...path, id]),
    }));
  return branches(0, []);
}
