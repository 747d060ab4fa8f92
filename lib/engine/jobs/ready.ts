import { isReady, setupSteps } from '../../domain/rules/setup-steps';
import type { JobContext } from './job';

/** Nothing syncs until everything required is set. */
export const isReadyToSync = ({ settings, connection, store }: Pick<JobContext, 'settings' | 'connection' | 'store'>): boolean =>
  isReady(setupSteps(settings, { connection: connection?.state ?? 'not-connected', profile: store.profile }));
