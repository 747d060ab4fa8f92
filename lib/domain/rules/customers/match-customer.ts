import type { CustomerId } from '../../ids';

export interface CustomerFacts {
  /** BigCommerce customers with the e-mail. */
  found: readonly CustomerId[];
  /** Those of them that belong to another Hike customer already. */
  taken: ReadonlySet<CustomerId>;
  /** Other Hike customers that would be sent under the same e-mail. */
  rivals: number;
}

export type CustomerMatch = { kind: 'link'; id: CustomerId } | { kind: 'create' } | { kind: 'ask'; candidates: CustomerId[] };

/** Found by e-mail, one to one or not at all: where several share it, on either side, a person chooses. */
export const matchCustomer = ({ found, taken, rivals }: CustomerFacts): CustomerMatch => {
  const [only, ...others] = found;
  if (rivals > 0 || others.length > 0) return { kind: 'ask', candidates: [...found] };
  if (only === undefined) return { kind: 'create' };
  return taken.has(only) ? { kind: 'ask', candidates: [only] } : { kind: 'link', id: only };
};
