import type { MemberOutcome } from '../../engine/ports/bigcommerce';
import { RefusedByVendor } from '../../engine/ports/failures';

/** "Not like this": what a single member can be to blame for. A missing scope, say, concerns every one of them. */
const MAY_BE_ONE_MEMBER = new Set([400, 404, 409, 413, 422]);

export const isMemberRefusal = (error: unknown): error is RefusedByVendor => error instanceof RefusedByVendor && MAY_BE_ONE_MEMBER.has(error.status);

interface Ways<M, R> {
  /** `null` for a member that the answer does not mention. */
  together(members: readonly M[]): Promise<(R | null)[]>;
  singly(member: M): Promise<R>;
}

/** One call for all; where BigCommerce refuses it as a whole, or leaves some out of its answer, one call for each of those. */
export const togetherOrSingly = async <M, R>(members: readonly M[], { together, singly }: Ways<M, R>): Promise<R[]> => {
  const answers = members.length > 1 ? await orNone(members, together) : [];
  const results: R[] = [];
  for (const [index, member] of members.entries()) results.push(answers[index] ?? (await singly(member)));
  return results;
};

const orNone = async <M, R>(members: readonly M[], together: Ways<M, R>['together']): Promise<(R | null)[]> => {
  try {
    return await together(members);
  } catch (error) {
    if (!isMemberRefusal(error)) throw error;
    return [];
  }
};

export const outcomesBy = <K>(ids: readonly K[], outcomes: readonly MemberOutcome[]): Map<K, MemberOutcome> =>
  new Map(ids.flatMap((id, index) => (outcomes[index] ? [[id, outcomes[index]] as const] : [])));
