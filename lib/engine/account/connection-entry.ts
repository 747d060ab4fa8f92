import type { Instant } from '../../domain/instant';
import { type Problem, explainProblem } from '../../domain/problems';
import type { Side } from '../ports/failures';
import type { EntryDraft } from '../ports/tables';

const LABELS: Record<Side, string> = { bigcommerce: 'Connection to BigCommerce', hike: 'Connection to Hike' };

/** One record per side: what closes it is the next entry that is good. */
export const connectionEntry = (side: Side, news: { at: Instant } & ({ problem: Problem } | { message: string })): EntryDraft => ({
  at: news.at,
  direction: side === 'hike' ? 'hike-to-bigcommerce' : 'bigcommerce-to-hike',
  thing: 'connection',
  recordId: side,
  label: LABELS[side],
  bigcommerceId: null,
  hikeId: null,
  result: 'problem' in news ? 'needs-you' : 'done',
  problem: 'problem' in news ? news.problem : null,
  message: 'problem' in news ? explainProblem(news.problem).sentence : news.message,
  trigger: 'problem' in news ? 'schedule' : 'person',
  nextTryAt: null,
  detail: null,
});
