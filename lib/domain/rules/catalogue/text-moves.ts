import type { ProductField } from '../../catalogue-words';
import type { HikeProduct } from '../../hike-product';
import type { FieldChange } from '../../product-plan';
import type { StoreProduct } from '../../store-product';
import { skuKey } from '../sku-key';
import { comparableHtml, comparableText, isBlankHtml, plainText } from './comparable-html';
import type { ProductMove } from './product-move';

const MOST_SHOWN = 120;

const shown = (text: string): string => {
  const plain = plainText(text);
  return plain.length <= MOST_SHOWN ? plain : `${plain.slice(0, MOST_SHOWN - 1).trimEnd()}…`;
};

interface Text {
  field: ProductField;
  before: string;
  after: string;
  /** Equal keys mean that nothing differs. */
  keyOf: (text: string) => string;
  change: ProductMove['change'];
}

/** BigCommerce keeps Hike's tags in one text. */
export const searchKeywordsOf = ({ tags }: Pick<HikeProduct, 'tags'>): string => [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))].join(', ');

const keywordsKey = (keywords: string): string => keywords.split(',').map(skuKey).filter((word) => word !== '').sort().join();

const seoTexts = ({ seo }: HikeProduct, store: StoreProduct): Text[] => {
  const together = { title: seo.title.trim() || store.seo.title, description: seo.description.trim() || store.seo.description, keywords: seo.keywords.trim() || store.seo.keywords };
  return (['title', 'description', 'keywords'] as const).map((part) => ({
    field: 'seo',
    before: store.seo[part],
    after: seo[part],
    keyOf: part === 'keywords' ? keywordsKey : comparableText,
    change: { seo: together },
  }));
};

const textsOf = (product: HikeProduct, store: StoreProduct): Text[] => [
  { field: 'name', before: store.name, after: product.name, keyOf: comparableText, change: { name: product.name.trim() } },
  { field: 'description', before: store.description, after: product.description, keyOf: comparableHtml, change: { description: product.description } },
  // A brand is found by its name whatever its case.
  { field: 'brand', before: store.brand, after: product.brand, keyOf: skuKey, change: { brand: product.brand.trim() } },
  { field: 'tags', before: store.searchKeywords, after: searchKeywordsOf(product), keyOf: keywordsKey, change: { searchKeywords: searchKeywordsOf(product) } },
  ...seoTexts(product, store),
];

/** What people read: name, description, brand, tags and SEO. What is empty in Hike moves nothing. */
export const textMoves = (product: HikeProduct, store: StoreProduct): ProductMove[] =>
  textsOf(product, store)
    .filter(({ before, after, keyOf }) => !isBlankHtml(after) && keyOf(before) !== keyOf(after))
    .map(({ field, before, after, change }) => ({ field, on: null, change, shown: { field, sku: null, before: shown(before), after: shown(after) } }));

/** A plan's change with its texts at full length; as the plan has it where either side says something else by now. */
export const changeInFull = (change: FieldChange, product: HikeProduct, store: StoreProduct): FieldChange => {
  const text = textsOf(product, store).find(({ field, before, after }) => field === change.field && shown(before) === change.before && shown(after) === change.after);
  return text === undefined ? change : { ...change, before: plainText(text.before), after: plainText(text.after) };
};
