import type { CatalogueRunView } from '../../../lib/domain/views/product-views';

export const isUnderWay = ({ state }: Pick<CatalogueRunView, 'state'>): boolean => state === 'reading' || state === 'comparing' || state === 'running';

type Progress = Pick<CatalogueRunView, 'state' | 'progress' | 'isPaused'>;

/** `null` while nobody knows how much there is. */
export const percentOf = (progress: CatalogueRunView['progress']): number | null => {
  if (progress === null || progress.total === null) return null;
  return progress.total === 0 ? 100 : Math.min(100, Math.floor((progress.done / progress.total) * 100));
};

const STAGES: Record<CatalogueRunView['state'], string> = {
  never: '',
  reading: 'Both catalogues are being read',
  comparing: 'The catalogues are being compared',
  ready: 'The dry run is ready',
  running: 'Products are being written to BigCommerce',
  'in-step': 'Products are in step',
};

export const stageTitle = ({ state, isPaused }: Progress): string => (state === 'running' && isPaused ? 'Paused' : STAGES[state]);

/** For screen readers, in steps of a quarter: each count said aloud would leave room for nothing else. */
export const spokenProgress = (run: Progress): string => {
  const percent = percentOf(run.progress);
  const quarter = percent === null ? 0 : Math.floor(percent / 25) * 25;
  return isUnderWay(run) && quarter > 0 ? `${stageTitle(run)}: ${quarter} per cent.` : `${stageTitle(run)}.`;
};
