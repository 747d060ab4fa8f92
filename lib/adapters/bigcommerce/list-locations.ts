import { z } from 'zod';
import { LocationId } from '../../domain/ids';
import type { Location } from '../../domain/shop-lists';
import { RefusedByVendor } from '../../engine/ports/failures';
import { textOrEmpty } from '../http/wire-values';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages } from './list-pages';

const PATH = '/v3/inventory/locations';
const location = z.object({ id: LocationId, label: textOrEmpty, enabled: z.boolean().nullish(), is_default: z.boolean().nullish() });

const listAll = async (api: BigCommerceApi): Promise<Location[]> => {
  const found = await listPages(api, { path: PATH, query: {} }, location);
  // The filter is documented, the field of the answer is not.
  const isToldWhich = found.length === 0 || found.some(({ is_default: isDefault }) => isDefault === true);
  const defaults = new Set(isToldWhich ? [] : (await listPages(api, { path: PATH, query: { is_default: true } }, location)).map(({ id }) => id));
  return found.map(({ id, label: name, enabled, is_default: isDefault }) => ({ id, name, isDefault: isDefault ?? defaults.has(id), isEnabled: enabled ?? true }));
};

/** Places where the store counts stock; none as long as the merchant has not agreed to their scope. */
export const listLocations = async (api: BigCommerceApi): Promise<Location[]> => {
  try {
    return await listAll(api);
  } catch (error) {
    if (error instanceof RefusedByVendor && error.status === 403) return [];
    throw error;
  }
};
