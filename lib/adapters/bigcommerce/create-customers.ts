import { z } from 'zod';
import { CustomerId } from '../../domain/ids';
import type { BigCommerceCustomers } from '../../engine/ports/bigcommerce';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import { createChangeCustomers } from './change-customers';
import { createCustomerCreation } from './create-customer';
import { customerToWire, newCustomerBody } from './customer-body';
import { customerOutcome, findInvalid } from './customer-outcome';
import { listPages, PAGE } from './list-pages';
import { togetherOrSingly } from './together-or-singly';

/** E-mails are longer than ids, and a lookup that does not hold a page of them is a call more for the same customers; servers commonly take 8,192. */
const LIMITS = { items: PAGE, characters: 7500 };

const found = z.object({ id: CustomerId, email: z.string() });

const folded = (email: string): string => email.trim().toLowerCase();
/** A comma would end the e-mail within the filter, so such an address cannot be asked for. */
const canBeAsked = (email: string): boolean => folded(email) !== '' && !email.includes(',');

export const createCustomers = (api: BigCommerceApi): BigCommerceCustomers => {
  const creation = createCustomerCreation(api);

  const listByEmails = async (emails: readonly string[]): Promise<Map<string, CustomerId[]>> => {
    const wanted = new Map(emails.filter(canBeAsked).map((email) => [folded(email), email.trim()]));
    const byEmail = new Map<string, CustomerId[]>();
    for (const batch of batches([...wanted.values()], LIMITS)) {
      for (const { id, email } of await listPages(api, { path: '/v3/customers', query: { 'email:in': batch.join(',') } }, found)) {
        if (wanted.has(folded(email))) byEmail.set(folded(email), [...(byEmail.get(folded(email)) ?? []), id]);
      }
    }
    return byEmail;
  };

  return {
    listByEmails,
    findByEmail: async (email) => (await listByEmails([email])).get(folded(email)) ?? [],
    create: async (draft) => (await creation.singly(draft)).id,
    createMany: (drafts) =>
      togetherOrSingly(drafts, {
        together: async (members) => {
          const valid = members.filter((draft) => findInvalid(newCustomerBody, customerToWire(draft)) === null);
          const stored = new Map((valid.length > 0 ? await creation.together(valid) : []).map(({ email, ...one }) => [folded(email ?? ''), one]));
          return members.map((draft) => {
            const one = stored.get(folded(draft.email));
            return one === undefined ? null : { kind: 'done', ...one };
          });
        },
        singly: (draft) => customerOutcome(() => creation.singly(draft), findInvalid(newCustomerBody, customerToWire(draft))),
      }),
    updateMany: createChangeCustomers(api),
  };
};
