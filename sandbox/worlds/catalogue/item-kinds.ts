import type { CatalogueGood, CatalogueItem, GoodVariant } from './catalogue-good.ts';
import type { Chance } from './chance.ts';
import { barcodeOf, combinations } from './invent-good.ts';

/** How the sides differ over a product without fault. `another` is the number of a product that exists nowhere else. */
type Kind = (good: CatalogueGood, chance: Chance, another: number) => CatalogueItem;

const both = (hike: CatalogueGood, store: CatalogueGood): CatalogueItem => ({ hike: [hike], store: [store] });
const onlyHike = (good: CatalogueGood): CatalogueItem => ({ hike: [good], store: [] });

function changedStore(change: (good: CatalogueGood, chance: Chance) => Partial<CatalogueGood>): Kind {
  return (good, chance) => both(good, { ...good, ...change(good, chance) });
}

function changedBoth(change: (good: CatalogueGood, chance: Chance) => Partial<CatalogueGood>): Kind {
  return (good, chance) => {
    const changed = { ...good, ...change(good, chance) };
    return both(changed, changed);
  };
}

function changedHike(change: (good: CatalogueGood, chance: Chance) => Partial<CatalogueGood>): Kind {
  return (good, chance) => both({ ...good, ...change(good, chance) }, good);
}

const withoutVariants: Partial<CatalogueGood> = { options: [], variants: [] };

function reskued(good: CatalogueGood, prefix: string): Partial<CatalogueGood> {
  return { sku: `${prefix}${good.sku}`, variants: good.variants.map((variant) => ({ ...variant, sku: `${prefix}${variant.sku}` })) };
}

function restocked(good: CatalogueGood, change: (units: number) => number): Partial<CatalogueGood> {
  const moved = ([first, second]: CatalogueGood['stock']): CatalogueGood['stock'] => [change(first ?? 0), second];
  return { stock: moved(good.stock), variants: good.variants.map((variant) => ({ ...variant, stock: moved(variant.stock) })) };
}

const twoSizes = (good: CatalogueGood, number: number): Partial<CatalogueGood> => ({
  options: ['Size'],
  variants: ['Small', 'Large'].map((size, at): GoodVariant => ({ values: [size], sku: `${good.sku}-${size[0]}`, barcode: barcodeOf(number, at + 900), stock: [5, 2], images: [] })),
});

const manyValues = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);

function manyVariants(good: CatalogueGood, values: string[][]): GoodVariant[] {
  return combinations(values).map((chosen, at) => ({ values: chosen, sku: `${good.sku}-${at + 1}`, barcode: '', stock: [1, 0], images: [] }));
}

/** Found by SKU on both sides. */
const BY_SKU = {
  same: changedStore(() => ({})),
  'other price': changedStore((good, chance) => ({ priceCents: good.priceCents + chance.pick([-100, -50, 100, 250]) })),
  'far other price': changedStore((good) => ({ priceCents: good.priceCents * 3 })),
  'other name': changedStore((good) => ({ name: `${good.name} (online)` })),
  'other stock': changedStore((good, chance) => restocked(good, (units) => units + chance.whole(1, 9))),
  'nothing left in Hike': changedHike((good) => restocked(good, () => 0)),
  'other description': changedStore((good) => ({ description: `<h2>${good.name}</h2><p>Written by the shop's own people, with care.</p>` })),
  'description in BigCommerce alone': changedHike(() => ({ description: '' })),
  'SKU in other case': changedStore((good) => ({ sku: good.sku.toLowerCase() })),
  'SKU with spaces': changedStore((good) => ({ sku: `${good.sku} ` })),
  'with a modifier': changedStore(() => ({ modifiers: [{ name: 'Engraving', isRequired: false }] })),
  'with a required modifier': changedStore(() => ({ modifiers: [{ name: 'Gift message', isRequired: true }] })),
  'old option set': changedStore((good) => ({ hasOldOptionSet: true, ...(good.options.length > 0 ? {} : { options: ['Wrap'] }) })),
  'not tracked': changedBoth(() => ({ tracksStock: false })),
  'not tracked in Hike': changedHike(() => ({ tracksStock: false })),
  'no record in Hike': changedHike((good) => ({ stock: [null, null], variants: good.variants.map((variant) => ({ ...variant, stock: [null, null] as [null, null] })) })),
  'no record at one outlet': changedHike((good) => ({ stock: [good.stock[0], null] })),
  'fraction in stock': changedHike((good) => restocked(good, (units) => units + 0.35)),
  'below zero in Hike': changedHike((good, chance) => restocked(good, () => -chance.whole(1, 6))),
  'not ticked in Hike': changedHike(() => ({ isOnline: false })),
  'inactive in Hike': changedHike(() => ({ isActive: false })),
  'hidden in BigCommerce': changedStore(() => ({ isOnline: false })),
} satisfies Record<string, Kind>;

/** Found by barcode or not at all. */
const HARDER = {
  'barcode alone': changedStore((good) => reskued(good, 'WEB-')),
  'barcode with spaces': (good) => both({ ...good, barcode: ` ${good.barcode} ` }, { ...good, ...reskued(good, 'WEB-') }),
  'barcode twice in BigCommerce': (good, _chance, another) => ({
    hike: [good],
    store: [{ ...good, ...reskued(good, 'WEB-') }, { ...good, name: `${good.name} (copy ${another})`, ...reskued(good, 'COPY-') }],
  }),
  'barcode twice in Hike': (good) => ({
    hike: [good, { ...good, ...withoutVariants, name: `${good.name} (again)`, sku: `AGAIN-${good.sku}`, barcode: `${good.barcode} ` }],
    store: [{ ...good, ...reskued(good, 'WEB-') }],
  }),
  'SKU twice in BigCommerce': (good) => ({ hike: [good], store: [good, { ...good, ...withoutVariants, name: `${good.name} (double)`, sku: ` ${good.sku}`, barcode: '' }] }),
  'SKU twice in Hike': (good) => ({ hike: [good, { ...good, name: `${good.name} (double)`, sku: `${good.sku} `, barcode: '' }], store: [good] }),
  'variants in Hike, single in BigCommerce': (good, _chance, another) => both({ ...good, ...twoSizes(good, another) }, { ...good, ...withoutVariants }),
  'single in Hike, variants in BigCommerce': (good, _chance, another) => both({ ...good, ...withoutVariants }, { ...good, ...twoSizes(good, another) }),
  'name taken': (good, _chance, another) => both(good, { ...good, ...reskued(good, 'OTHER-'), barcode: barcodeOf(another, 0), variants: good.variants.map((variant, at) => ({ ...variant, sku: `OTHER-${variant.sku}`, barcode: barcodeOf(another, at + 1) })) }),
  'four options in BigCommerce': (good) => {
    const values = [['S', 'L'], ['Sand', 'Sea'], ['Matt', 'Glossy'], ['Boxed', 'Loose']];
    return both({ ...good, ...withoutVariants }, { ...good, options: ['Size', 'Colour', 'Finish', 'Packing'], variants: manyVariants(good, values) });
  },
} satisfies Record<string, Kind>;

/** On one side alone. */
const ALONE = {
  'only in Hike': onlyHike,
  'only in Hike, not ticked': (good) => onlyHike({ ...good, isOnline: false }),
  'only in Hike, inactive': (good) => onlyHike({ ...good, isActive: false }),
  'only in Hike, without SKU': (good) => onlyHike({ ...good, sku: '' }),
  'only in Hike, unreachable image': (good) => onlyHike({ ...good, images: [{ content: `${good.sku}-gone`, hasFullUrl: false, hasLongUrl: false, reach: 'gone' }] }),
  'only in Hike, long and private images': (good) =>
    onlyHike({ ...good, images: (['public', 'private'] as const).map((reach) => ({ content: `${good.sku}-${reach}`, hasFullUrl: true, hasLongUrl: reach === 'public', reach })) }),
  'only in Hike, the same image twice': (good) => onlyHike({ ...good, images: [1, 2].map(() => ({ content: `${good.sku}-twin`, hasFullUrl: false, hasLongUrl: false, reach: 'public' as const })) }),
  'composite, only in Hike': onlyHike,
  'too many variants': (good) => {
    const values = [manyValues('Shade', 17), manyValues('Cut', 12), manyValues('Weight', 3)];
    return onlyHike({ ...good, options: ['Shade', 'Cut', 'Weight'], variants: manyVariants(good, values) });
  },
  'only in BigCommerce': (good) => ({ hike: [], store: [good] }),
} satisfies Record<string, Kind>;

export const ITEM_KINDS = { ...BY_SKU, ...HARDER, ...ALONE };
export type ItemKind = keyof typeof ITEM_KINDS;
