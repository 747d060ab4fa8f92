import type { CatalogueGood, CatalogueItem } from './catalogue-good.ts';
import { Chance } from './chance.ts';
import { inventGood } from './invent-good.ts';
import { ITEM_KINDS, type ItemKind } from './item-kinds.ts';

const SEED = 20_260;

/** How many of each kind; 2,000 in all, before the duplicates that some kinds bring along. */
const COUNTS: Record<ItemKind, number> = {
  same: 470,
  'other price': 140,
  'far other price': 10,
  'other name': 80,
  'other stock': 160,
  'nothing left in Hike': 20,
  'other description': 60,
  'description in BigCommerce alone': 60,
  'SKU in other case': 20,
  'SKU with spaces': 20,
  'with a modifier': 15,
  'with a required modifier': 10,
  'old option set': 10,
  'not tracked': 15,
  'not tracked in Hike': 10,
  'no record in Hike': 15,
  'no record at one outlet': 15,
  'fraction in stock': 20,
  'below zero in Hike': 20,
  'not ticked in Hike': 30,
  'inactive in Hike': 20,
  'hidden in BigCommerce': 10,
  'barcode alone': 160,
  'barcode with spaces': 40,
  'barcode twice in BigCommerce': 20,
  'barcode twice in Hike': 20,
  'SKU twice in BigCommerce': 20,
  'SKU twice in Hike': 10,
  'variants in Hike, single in BigCommerce': 30,
  'single in Hike, variants in BigCommerce': 30,
  'name taken': 37,
  'four options in BigCommerce': 3,
  'only in Hike': 224,
  'only in Hike, not ticked': 10,
  'only in Hike, inactive': 5,
  'only in Hike, without SKU': 10,
  'only in Hike, unreachable image': 10,
  'only in Hike, long and private images': 20,
  'only in Hike, the same image twice': 10,
  'composite, only in Hike': 10,
  'too many variants': 1,
  'only in BigCommerce': 100,
};

/** Kinds whose point would be lost on a product with variants of its own. */
const SINGLES = new Set<ItemKind>([
  'barcode with spaces', 'barcode twice in BigCommerce', 'barcode twice in Hike', 'SKU twice in BigCommerce', 'SKU twice in Hike', 'four options in BigCommerce',
  'variants in Hike, single in BigCommerce', 'single in Hike, variants in BigCommerce', 'no record at one outlet', 'SKU in other case',
  'SKU with spaces', 'composite, only in Hike', 'too many variants', 'only in Hike, without SKU',
]);

function optionsOf(chance: Chance, kind: ItemKind): number {
  if (SINGLES.has(kind)) return 0;
  return chance.happens(0.25) ? chance.whole(1, 3) : 0;
}

/** A composite is put together from two singles that both sides have. */
function partsFor(kind: ItemKind, singles: CatalogueGood[], chance: Chance): CatalogueGood['parts'] {
  if (kind !== 'composite, only in Hike') return [];
  return [1, 2].map((quantity) => ({ sku: singles[chance.whole(0, singles.length - 1)]?.sku ?? '', quantity }));
}

/** The goods of the world `catalogue`: a shop and a store that grew apart in every way that is known. */
export function catalogueItems(): (CatalogueItem & { kind: ItemKind })[] {
  const chance = new Chance(SEED);
  const singles: CatalogueGood[] = [];
  const kinds = (Object.keys(COUNTS) as ItemKind[]).flatMap((kind) => Array.from({ length: COUNTS[kind] }, () => kind));
  return kinds.map((kind, index) => {
    const good = inventGood(chance, { number: index + 1, options: optionsOf(chance, kind), mostValues: chance.whole(2, 4) });
    const item = ITEM_KINDS[kind]({ ...good, parts: partsFor(kind, singles, chance) }, chance, kinds.length + index + 1);
    if (kind === 'same' && good.options.length === 0) singles.push(good);
    return { ...item, kind };
  });
}

const LARGE = 50_000;

/** The goods of the world `large`, one by one: a fifth with three variants. */
export function* largeItems(): Generator<CatalogueGood> {
  const chance = new Chance(SEED + 1);
  for (let number = 1; number <= LARGE; number += 1) {
    yield inventGood(chance, { number, options: number % 5 === 0 ? 1 : 0, mostValues: 3 });
  }
}
