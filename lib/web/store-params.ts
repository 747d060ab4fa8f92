/** What Next hands to a route below /api/stores/[storeHash]. */
export interface StoreParams {
  params: Promise<{ storeHash: string }>;
}
