import type { HealthView, OverviewView } from '../../lib/domain/views/views';

export interface ShownHealth {
  state: HealthView['state'] | 'stopped';
  sentence: string;
}

/** A lost access stops everything, whatever was last known of the thing; what the merchant paused is paused all the same. */
export const shownHealth = ({ state, sentence }: HealthView, { hike, store }: Pick<OverviewView, 'hike' | 'store'>): ShownHealth => {
  const isCutOff = hike.state === 'reconnect' || store.state === 'reauthorise';
  return isCutOff && state !== 'paused' && state !== 'idle' ? { state: 'stopped', sentence: 'Stopped' } : { state, sentence };
};
