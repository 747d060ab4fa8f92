import { type Problem, problem } from '../../domain/problems';
import { missingSettings } from '../../domain/rules/setup-steps';
import { connectionStateOf } from './hike-view';
import type { StoreState } from './page-deps';

/** Why no order can be imported now, or no product synced; `null` when it can. Paused products still may be compared. */
export const whyBlocked = (state: StoreState, what: 'imports' | 'products' = 'imports'): Problem | null => {
  if (state.store.state !== 'active') return problem('store-needs-reauthorising');
  if (connectionStateOf(state) !== 'connected') return problem('hike-not-connected');
  const missing = missingSettings(state.settings, state.store.profile);
  if (missing.length > 0) return problem('settings-missing', { missing: missing.join(', ') });
  return what === 'imports' && state.settings.paused.imports ? problem('imports-paused') : null;
};
