import { postponeTogether } from './jobs/fail-together';
import type { Failure, Job, JobContext } from './jobs/job';
import { AccessLost, LeaseLost, QuotaExhausted, TransientFailure, UnknownOutcome } from './ports/failures';
import type { DirtyRow } from './ports/tables';

/** Halvings per run: enough to find a few bad records among thousands; where everything is bad it stops there. */
const HALVINGS = 64;

/** These say nothing of one record: what they spoil is the call, the side or the whole run. */
const CONCERNS_ALL = [LeaseLost, QuotaExhausted, AccessLost, TransientFailure, UnknownOutcome];

/**
 * Runs a job so that one record cannot hold up the others: where a whole run fails for what may be one record's fault,
 * its rows are tried in halves, until the bad one stands alone.
 */
export const runApart = (context: JobContext, job: Job, rows: readonly DirtyRow[]): Promise<Failure[]> => attempt(context, job, { rows, budget: { halvings: HALVINGS } });

interface Attempt {
  rows: readonly DirtyRow[];
  budget: { halvings: number };
}

const attempt = async (context: JobContext, job: Job, { rows, budget }: Attempt): Promise<Failure[]> => {
  try {
    return await job.run(context, rows);
  } catch (error) {
    if (rows.length <= 1 || CONCERNS_ALL.some((kind) => error instanceof kind)) return rows.map((row) => ({ row, error }));
    context.log.warn('a run is tried again in halves', { storeHash: context.storeHash, thing: rows[0]?.thing, rows: rows.length, error });
    return halves(context, job, { rows: await stillDue(context, rows), budget, error });
  }
};

const halves = async (context: JobContext, job: Job, { rows, budget, error }: Attempt & { error: unknown }): Promise<Failure[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  if (budget.halvings <= 0) return postponeTogether(context, { rows, error, subject: job.subject(first) });
  budget.halvings -= 1;
  const middle = Math.ceil(rows.length / 2);
  return [...(await attempt(context, job, { rows: rows.slice(0, middle), budget })), ...(await attempt(context, job, { rows: rows.slice(middle), budget }))];
};

/** Some may have been settled before the run failed. */
const stillDue = async ({ database, storeHash }: JobContext, rows: readonly DirtyRow[]): Promise<DirtyRow[]> => {
  const found = await Promise.all(rows.map(({ thing, id }) => database.tables.dirty.find(storeHash, thing, id)));
  return rows.filter((row, index) => found[index]?.version === row.version);
};
