import type { Sale } from '../../../domain/sale';
import type { JobContext } from '../job';

/** For staff notes; `null` when Hike does not tell the register, or no longer has it. */
export const registerNameOf = ({ lists }: Pick<JobContext, 'lists'>, { registerId }: Pick<Sale, 'registerId'>): string | null =>
  lists?.registers.find(({ id }) => id === registerId)?.name ?? null;
