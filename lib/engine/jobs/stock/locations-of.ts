import { type LocationToFill, locationsToFill } from '../../../domain/rules/stock/locations-to-fill';
import type { JobContext } from '../job';

/** The store's locations that show Hike's stock; none before the store was read. */
export const locationsOf = ({ settings, store }: Pick<JobContext, 'settings' | 'store'>): LocationToFill[] =>
  locationsToFill(settings, store.profile?.locations ?? []);

/** Where online orders are taken from, if it is among them. */
export const defaultOf = (locations: readonly LocationToFill[]): LocationToFill['id'] | null => locations.find(({ isDefault }) => isDefault)?.id ?? null;
