import { z } from 'zod';

/** What Next hands to a route below /api/stores/[storeHash]/sync-log/[entryId]. */
export interface EntryParams {
  params: Promise<{ storeHash: string; entryId: string }>;
}

export const EntryId = z.uuid();
