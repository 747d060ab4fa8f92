import type { TaxClassId } from '../ids';
import { problem, type Problem } from '../problems';
import type { HikeTax } from '../sale';
import type { Settings } from '../settings';
import type { HikeLists, StoreProfile } from '../shop-lists';
import { taxClassesToMap } from './tax-classes-to-map';

interface TaxLists {
  settings: Pick<Settings, 'taxes'>;
  hikeLists: Pick<HikeLists, 'taxes'>;
  profile: Pick<StoreProfile, 'taxClasses'>;
}

/** The Hike tax that the merchant mapped to a tax class or to shipping, as long as Hike still has it. */
export const mappedTax = (taxClass: TaxClassId | 'shipping', { settings, hikeLists, profile }: TaxLists): HikeTax | Problem => {
  const known = taxClassesToMap(profile).find(({ id }) => id === taxClass)?.name ?? `class ${taxClass}`;
  const name = taxClass === 'shipping' ? 'shipping' : `the tax class “${known}”`;
  const key = String(taxClass);
  const byClass = Object.hasOwn(settings.taxes.byClass, key) ? settings.taxes.byClass[key] : undefined;
  const id = taxClass === 'shipping' ? settings.taxes.shipping : (byClass ?? null);
  if (id === null) return problem('tax-unmapped', { taxClass: name });
  return hikeLists.taxes.find((tax) => tax.id === id && tax.isActive) ?? problem('tax-gone', { taxClass: name });
};
