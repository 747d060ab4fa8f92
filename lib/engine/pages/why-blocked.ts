import { type Problem, problem } from '../../domain/problems';
import { missingSettings } from '../../domain/rules/setup-steps';
import { connectionStateOf } from './hike-view';
import type { StoreState } from './page-deps';

/** Why no order can be imported now; `null` when it can. */
export const whyBlocked = (state: StoreState): Problem | null => {
  if (state.store.state !== 'active') return problem('store-needs-reauthorising');
  if (connectionStateOf(state) !== 'connected') return problem('hike-not-connected');
  const missing = missingSettings(state.settings, state.store.profile);
  if (missing.length > 0) return problem('settings-missing', { missing: missing.join(', ') });
  return state.settings.paused.imports ? problem('imports-paused') : null;
};
