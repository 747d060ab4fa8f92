import type { Stage } from '../catalogue/start-stage';
import { type Tally, tallyOf } from '../../lib/composition/testing/tally';
import type { Place } from '../catalogue/start-connector';

type Kind = 'order.created' | 'sale.created' | 'customer.created';

/** References of what was made by the API, as the sandbox's own ledger has them; a shopper's order has none. */
const referencesOf = async (stage: Stage, { storeHash, shopId }: Place, kind: Kind): Promise<string[]> => {
  const [side, tenant] = kind === 'order.created' ? ['bigcommerce', storeHash] : ['hike', shopId];
  const rows = await stage.control<{ reference?: string }[]>(`/ledger?side=${side}&tenant=${tenant}&kind=${kind}`);
  return rows.flatMap(({ reference }) => reference || []);
};

export const tallyIn = async (stage: Stage, place: Place, { kind, wanted }: { kind: Kind; wanted: readonly string[] }): Promise<Tally> => {
  const ours = new Set(wanted);
  return tallyOf(wanted, (await referencesOf(stage, place, kind)).filter((reference) => ours.has(reference)));
};

export const sumOfTallies = (tallies: readonly Tally[]): Tally => ({
  wanted: tallies.reduce((sum, { wanted }) => sum + wanted, 0),
  missing: tallies.reduce((sum, { missing }) => sum + missing, 0),
  twice: tallies.reduce((sum, { twice }) => sum + twice, 0),
});
