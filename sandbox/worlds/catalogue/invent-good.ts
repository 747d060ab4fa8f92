import type { CatalogueGood, GoodImage, GoodVariant } from './catalogue-good.ts';
import type { Chance } from './chance.ts';

const THINGS = [
  ['Kitchen', 'apron'], ['Kitchen', 'bowl'], ['Kitchen', 'mug'], ['Kitchen', 'jug'], ['Kitchen', 'tea towel'],
  ['Home', 'cushion'], ['Home', 'lamp'], ['Home', 'rug'], ['Home', 'candle holder'], ['Bath', 'towel'], ['Bath', 'soap dish'],
  ['Garden', 'planter'], ['Garden', 'watering can'], ['Clothing', 'tee'], ['Clothing', 'shirt'], ['Clothing', 'scarf'],
  ['Bags', 'tote'], ['Bags', 'backpack'], ['Toys', 'puzzle'], ['Paper', 'notebook'],
] as const;
const MATERIALS = ['linen', 'oak', 'stoneware', 'wool', 'cotton', 'steel', 'glass', 'bamboo', 'cork', 'leather'] as const;
const MOODS = ['Plain', 'Coastal', 'Harbour', 'Winter', 'Quiet', 'Striped', 'Folded', 'Hand-made', 'Little', 'Long'] as const;
const BRANDS = ['Acme', 'Kiln & Co', 'Wick', 'Lather', 'Grain', 'Green', 'Leaf', 'Pressed', 'Northway', 'Saltbush', 'Tidal', 'Plumb'] as const;
const TAGS = ['new', 'gift', 'sale', 'local', 'summer', 'winter'] as const;

const OPTIONS = [
  { name: 'Size', values: ['Small', 'Medium', 'Large', 'Extra large'] },
  { name: 'Colour', values: ['Sand', 'Sea', 'Fern', 'Coal', 'Clay'] },
  { name: 'Finish', values: ['Matt', 'Glossy'] },
];

/** A valid EAN-13 for the `of`th thing with the `number`th product. */
export function barcodeOf(number: number, of: number): string {
  const digits = `930${String(number).padStart(6, '0')}${String(of).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** All combinations of the values, the last option changing fastest. */
export function combinations(options: string[][]): string[][] {
  return options.reduce<string[][]>((made, values) => made.flatMap((start) => values.map((value) => [...start, value])), [[]]);
}

function inventImage(chance: Chance, content: string): GoodImage {
  return { content, hasFullUrl: chance.happens(0.1), hasLongUrl: chance.happens(0.05), reach: chance.happens(0.04) ? 'private' : 'public' };
}

/** Some show what others show too: the picture of the shop's gift box, say. */
function inventImages(chance: Chance, number: number): GoodImage[] {
  return Array.from({ length: chance.whole(0, 3) }, (_, at) => inventImage(chance, chance.happens(0.06) ? `shared-${chance.whole(1, 12)}` : `good-${number}-${at}`));
}

export interface Invention {
  number: number;
  /** How many options, and at most how many values each; none makes a single product. */
  options: number;
  mostValues: number;
}

function inventVariants(chance: Chance, sku: string, { number, options, mostValues }: Invention): GoodVariant[] {
  if (options === 0) return [];
  const values = OPTIONS.slice(0, options).map((option) => option.values.slice(0, mostValues));
  return combinations(values).map((chosen, at) => ({
    values: chosen,
    sku: `${sku}-${at + 1}`,
    barcode: barcodeOf(number, at + 1),
    stock: [chance.whole(0, 40), chance.whole(0, 15)],
    images: chance.happens(0.1) ? [inventImage(chance, `good-${number}-variant-${at}`)] : [],
  }));
}

/** A product with nothing wrong with it, of its own name, SKU and barcode. */
export function inventGood(chance: Chance, invention: Invention): CatalogueGood {
  const { number } = invention;
  const [type, thing] = chance.pick(THINGS);
  const name = `${chance.pick(MOODS)} ${chance.pick(MATERIALS)} ${thing} ${number}`;
  const sku = `${type.slice(0, 3).toUpperCase()}-${String(number).padStart(5, '0')}`;
  const priceCents = chance.whole(4, 180) * 100 + chance.pick([0, 50, 90, 95]);
  return {
    name,
    description: `<p>${name}: made to be used every day.</p>`,
    sku,
    barcode: barcodeOf(number, 0),
    brand: chance.pick(BRANDS),
    type,
    tags: chance.happens(0.3) ? [chance.pick(TAGS)] : [],
    priceCents,
    costCents: Math.round(priceCents * 0.4),
    isTaxFree: chance.happens(0.06),
    options: OPTIONS.slice(0, invention.options).map((option) => option.name),
    variants: inventVariants(chance, sku, invention),
    stock: [chance.whole(0, 60), chance.whole(0, 25)],
    images: inventImages(chance, number),
    isOnline: true,
    isActive: true,
    tracksStock: true,
    parts: [],
    modifiers: [],
    hasOldOptionSet: false,
  };
}
