import type { Side } from '../../engine/ports/failures';
import type { Method } from './http-call';

/** One request for logs and metrics. The query is left out: it may hold an e-mail address. */
export interface CallReport {
  side: Side;
  method: Method;
  path: string;
  /** `null` when no answer came. */
  status: number | null;
  ms: number;
}

export type OnCall = (report: CallReport) => void;
