import { z } from 'zod';
import { ProductId } from '../../../domain/ids';
import type { ReadingTables, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

const CURSOR = 'not-in-channel';
const Pending = z.array(ProductId);

/** As many as one call takes. */
const PER_CALL = 250;

const readPending = async ({ storeHash }: JobContext, tables: ReadingTables): Promise<ProductId[]> =>
  Pending.nullable().parse(await tables.cursors.find(storeHash, CURSOR)) ?? [];

/** In the transaction that records the creation, so that a kill forgets none. */
export const keepForChannel = async (context: JobContext, tables: Tables, ids: readonly ProductId[]): Promise<void> => {
  // Several creations are recorded side by side.
  await tables.connections.findForUpdate(context.storeHash);
  await tables.cursors.save(context.storeHash, CURSOR, [...(await readPending(context, tables)), ...ids]);
};

/** Makes what was created sellable in the default storefront, many in a call. `waits`: a call that is not full yet is left for later. */
export const assignChannels = async (context: JobContext, { waits = false }: { waits?: boolean } = {}): Promise<void> => {
  for (;;) {
    const ids = (await readPending(context, context.database.tables)).slice(0, PER_CALL);
    if (ids.length === 0 || (waits && ids.length < PER_CALL)) return;
    await context.bigcommerce.catalogue.assignToDefaultChannel(ids);
    await context.record('channel-assigned', async (tables) => {
      await tables.connections.findForUpdate(context.storeHash);
      const assigned = new Set(ids);
      await tables.cursors.save(context.storeHash, CURSOR, (await readPending(context, tables)).filter((id) => !assigned.has(id)));
    });
  }
};
