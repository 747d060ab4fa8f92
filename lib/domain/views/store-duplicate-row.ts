import type { HikeProduct } from '../hike-product';
import type { SharedKey } from '../rules/catalogue/shared-keys';
import type { StoreProduct } from '../store-product';
import { hikeSide, storeProductRow } from './product-row';
import type { ProductRow } from './product-views';

interface StoreDuplicate {
  product: StoreProduct;
  /** Its partner in Hike, where it is linked. */
  partner: HikeProduct | null;
  shared: readonly SharedKey[];
}

/** Enough to find the others by; the rest is counted. */
const SHOWN_NAMES = 3;

const namesInWords = (names: readonly string[]): string => {
  const more = names.length - SHOWN_NAMES;
  return `${names.slice(0, SHOWN_NAMES).map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const sentenceOf = ([first, ...more]: readonly SharedKey[]): string => {
  if (first === undefined) return 'Shares a SKU or barcode in BigCommerce';
  const { key, text, others } = first;
  const rest = more.length === 0 ? '' : `, and so are ${more.length} more of its SKUs and barcodes`;
  return others.length === 0 ? `In BigCommerce the ${key} ${text} is on several of its variants${rest}.` : `In BigCommerce the ${key} ${text} is on ${namesInWords(others)} as well${rest}.`;
};

/** A row of the duplicates that begins on BigCommerce's side. What is linked goes on as it is; the next match may be anybody's. */
export const storeDuplicateRow = ({ product, partner, shared }: StoreDuplicate, controlPanelUrl: string | null): ProductRow => {
  const row = storeProductRow(product, { controlPanelUrl, isIgnored: false });
  const isFree = partner === null;
  return { ...row, hike: partner && hikeSide(partner), sentence: sentenceOf(shared), duplicateIn: 'bigcommerce', can: { ...row.can, ignore: isFree, sendToHike: isFree } };
};
