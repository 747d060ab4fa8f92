import type { Clock } from '../../engine/ports/clock';
import type { BigCommerceStore } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { listLocations } from './list-locations';
import { PAGE } from './list-pages';
import { profileFromWire, statusesWire, storeWire, taxClassesWire } from './profile-wire';
import { reconcileExtensions } from './reconcile-extensions';
import { reconcileHooks } from './reconcile-hooks';

export const createStore = (api: BigCommerceApi, clock: Clock): BigCommerceStore => ({
  probe: () => api.probe('/v2/time'),
  getProfile: async () => {
    const readAt = clock.now();
    const store = await api.get('/v2/store', {}, storeWire);
    const taxClasses = await api.get('/v2/tax_classes', { limit: PAGE }, taxClassesWire);
    const statuses = await api.get('/v2/order_statuses', {}, statusesWire);
    return profileFromWire({ readAt, store, taxClasses, statuses, locations: await listLocations(api) });
  },
  reconcileHooks: (wanted) => reconcileHooks(api, wanted),
  reconcileExtensions: (wanted) => reconcileExtensions(api, wanted),
});
