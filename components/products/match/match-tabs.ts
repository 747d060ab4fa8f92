import { PRODUCTS_TABS, type ProductsTab } from '../../../lib/domain/views/product-views';

/** A tab of the match desk, or whichever of those that wait for a person comes first. */
export type MatchTab = ProductsTab | 'needs-you';

interface TabWords {
  title: string;
  /** What the list holds, and what there is to do. */
  about: string;
  empty: { title: string; text: string };
}

export const TAB_WORDS: Record<ProductsTab, TabWords> = {
  linked: {
    title: 'Linked',
    about: 'The same product on both sides. Hike’s changes follow in BigCommerce, field by field, as set in Settings.',
    empty: { title: 'Nothing is linked yet', text: 'Products are linked by SKU, then by barcode, when both sides are compared.' },
  },
  changing: {
    title: 'Will change',
    about: 'Linked products with fields that differ. Each shows what stands there now and what Hike makes of it.',
    empty: { title: 'Nothing will change', text: 'Every linked product is alike on both sides, in the fields that Hike decides.' },
  },
  'level-changes': {
    title: 'Stock changes',
    about: 'Linked products with counts that differ. Each shows what BigCommerce has now and what would be published, after reserve and buffer.',
    empty: { title: 'No count changes', text: 'BigCommerce shows what Hike counts, of every linked product. New products get theirs once they are created.' },
  },
  'to-zero': {
    title: 'Go to zero',
    about: 'In stock in BigCommerce now, and out of stock once Hike’s count is published.',
    empty: { title: 'Nothing goes to zero', text: 'No product that is in stock in BigCommerce is out of stock in Hike.' },
  },
  'price-moves': {
    title: 'Price moves far',
    about: 'The price in Hike is further from the price in BigCommerce than the threshold in Settings allows without a warning.',
    empty: { title: 'No price moves far', text: 'Every price is close to the one that stands in BigCommerce.' },
  },
  'only-hike': {
    title: 'Only in Hike',
    about: 'Ticked for eCommerce in Hike, and not found in BigCommerce: these are created there, unless you link them to a product that exists.',
    empty: { title: 'Nothing to create', text: 'Every product that Hike ticks for eCommerce has its partner in BigCommerce, or is on another of these lists.' },
  },
  'only-bigcommerce': {
    title: 'Only in BigCommerce',
    about: 'Not linked to a product in Hike. They are left as they are; what Hike does not have, you can create there, once, by hand.',
    empty: { title: 'Nothing is only in BigCommerce', text: 'Every product in BigCommerce has its partner in Hike.' },
  },
  ambiguous: {
    title: 'Several candidates',
    about: 'More than one product in BigCommerce could be meant. Link each to the right one; the choice is kept.',
    empty: { title: 'Nothing is ambiguous', text: 'No product in Hike could be more than one in BigCommerce.' },
  },
  clash: {
    title: 'Structure differs',
    about: 'Variants on one side, a single product on the other. Make both alike, or put the product aside.',
    empty: { title: 'No structure differs', text: 'Products have variants on both sides or on neither.' },
  },
  duplicate: {
    title: 'Duplicates',
    about: 'Products that share a SKU or barcode with another on the same side. Each says which side; give each its own there.',
    empty: { title: 'No duplicates', text: 'On both sides every product has a SKU and barcode of its own.' },
  },
  refused: {
    title: 'Refused',
    about: 'BigCommerce cannot hold these as they are. Each says why and what to do.',
    empty: { title: 'Nothing was refused', text: 'BigCommerce can hold every product as it is in Hike.' },
  },
  removed: {
    title: 'Gone from Hike',
    about: 'Deleted in Hike, inactive, or no longer ticked for eCommerce, and still in BigCommerce; single variants too. Decide what happens there.',
    empty: { title: 'Nothing waits for you', text: 'Products that go from Hike and are still in BigCommerce are listed here until it is decided what happens there.' },
  },
  kept: {
    title: 'Kept or hidden',
    about: 'Gone from Hike or no longer sold online there, and in BigCommerce on purpose: kept or hidden, as you or the setting decided. You can still decide otherwise. One that Hike sells online again follows Hike again.',
    empty: { title: 'Nothing is kept or hidden', text: 'Products that went from Hike and stay in BigCommerce, because you decided so, are listed here.' },
  },
  'left-out': {
    title: 'Left out',
    about: 'Inactive in Hike, or not ticked for its eCommerce sales channel. They are never sent.',
    empty: { title: 'Nothing is left out', text: 'Every product in Hike is active and ticked for eCommerce.' },
  },
  ignored: {
    title: 'Put aside',
    about: 'You told the app to leave these alone. Put them back at any time.',
    empty: { title: 'Nothing is put aside', text: 'Products that you ignore or unlink are listed here.' },
  },
};

/** Duplicates last: those in BigCommerce are a warning and wait for nobody. */
const NEEDING_YOU: readonly ProductsTab[] = ['ambiguous', 'clash', 'refused', 'duplicate'];
const ALWAYS: readonly ProductsTab[] = ['linked', 'only-hike', 'only-bigcommerce'];

/** Lists that hold nothing would only take room; the one that is open stays, and so do the three that tell the whole story. */
export const shownTabs = (counts: Record<ProductsTab, number>, active: ProductsTab): ProductsTab[] =>
  PRODUCTS_TABS.filter((tab) => ALWAYS.includes(tab) || tab === active || counts[tab] > 0);

/** `counts` are `null` until they are known. */
export const tabToShow = (wanted: MatchTab, counts: Record<ProductsTab, number> | null): ProductsTab =>
  wanted === 'needs-you' ? (NEEDING_YOU.find((tab) => (counts?.[tab] ?? 0) > 0) ?? 'ambiguous') : wanted;
