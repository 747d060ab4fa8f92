import type { TaxClassId } from '../ids';
import type { StoreProfile, TaxClass } from '../shop-lists';

/** BigCommerce's list leaves out the class that products have unless told otherwise (reference: bigcommerce 7.1, `tax_class_id` 0-255). */
export const DEFAULT_TAX_CLASS: TaxClass = { id: 0 as TaxClassId, name: 'Default Tax Class' };

/** Every tax class that a line of an order can have. */
export const taxClassesToMap = ({ taxClasses }: Pick<StoreProfile, 'taxClasses'>): TaxClass[] =>
  taxClasses.some(({ id }) => id === DEFAULT_TAX_CLASS.id) ? [...taxClasses] : [DEFAULT_TAX_CLASS, ...taxClasses];
