import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { pausedSentence } from './pause-words';

export const isUnderWay = ({ state }: Pick<CatalogueRunView, 'state'>): boolean => state === 'reading' || state === 'comparing' || state === 'running' || state === 'applying';

type Progress = Pick<CatalogueRunView, 'state' | 'progress' | 'isPaused' | 'startedAt'>;

/** `null` while nobody knows how much there is. */
export const percentOf = (progress: CatalogueRunView['progress']): number | null => {
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(100, Math.floor((progress.done / progress.total) * 100));
};

const STAGES: Record<CatalogueRunView['state'], string> = {
  never: '',
  reading: 'Both catalogues are being read',
  comparing: 'The catalogues are being compared',
  ready: 'The dry run is ready',
  running: 'Products are being written to BigCommerce',
  applying: 'Products are being written to BigCommerce',
  'in-step': 'Products are in step',
};

/** Comparing takes no call and little time: it is never paused. After "Start" a reading goes on as well, for counts come with it. */
export const isResting = ({ state, isPaused, startedAt }: Pick<CatalogueRunView, 'state' | 'isPaused' | 'startedAt'>): boolean =>
  isPaused && (state === 'running' || state === 'applying' || (state === 'reading' && startedAt === null));

export const stageTitle = (run: Progress): string => (isResting(run) ? 'Paused' : STAGES[run.state]);

const LEAVE = 'You can leave this page; it goes on.';

/** What is written meanwhile, and what is not. */
export const stageAbout = ({ state, paused, startedAt }: Pick<CatalogueRunView, 'state' | 'paused' | 'startedAt'>): string => {
  const isWriting = state === 'running' || state === 'applying';
  if (!isWriting) return startedAt === null ? `Nothing is written meanwhile. ${LEAVE}` : `No product is written meanwhile, and none until you say so. Stock and customers go on as they did. ${LEAVE}`;
  const rest = state === 'running' ? ' What was written stays if you cancel.' : '';
  return [pausedSentence(paused), `${LEAVE}${rest}`].filter(Boolean).join(' ');
};

/** For screen readers, in steps of a quarter: each count said aloud would leave room for nothing else. */
export const spokenProgress = (run: Progress): string => {
  const percent = percentOf(run.progress);
  const quarter = percent === null ? 0 : Math.floor(percent / 25) * 25;
  return isUnderWay(run) && quarter > 0 ? `${stageTitle(run)}: ${quarter} per cent.` : `${stageTitle(run)}.`;
};
