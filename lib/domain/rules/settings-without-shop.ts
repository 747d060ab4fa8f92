import type { Settings } from '../settings';

/** What was chosen from one Hike shop's lists means nothing in another, and an id that happens to fit would mean something wrong. */
export const settingsWithoutShop = (settings: Settings): Settings => ({
  ...settings,
  outletId: null,
  registerId: null,
  payments: { fallback: null, byMethod: {} },
  taxes: { byClass: {}, shipping: null },
  startDate: null,
  catalogue: { ...settings.catalogue, startedAt: null },
  stock: { ...settings.stock, outletsByLocation: {}, bufferByType: {}, bufferByProduct: {} },
});
