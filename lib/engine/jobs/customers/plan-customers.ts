import type { CustomerDraft } from '../../../domain/customer';
import { HikeCustomerId, type CustomerId } from '../../../domain/ids';
import { type Problem, problem } from '../../../domain/problems';
import { customerName } from '../../../domain/rules/customers/customer-name';
import { customerToSend } from '../../../domain/rules/customers/customer-to-send';
import { emailKey } from '../../../domain/rules/email-key';
import type { DirtyRow, SeenCustomer } from '../../ports/tables';
import type { JobContext } from '../job';
import { type LinkedCustomer, linkedCustomers } from './customer-links';
import { toldHash, writtenHash } from './customer-states';
import { matchCustomers } from './match-customers';

/** A customer that is to be sent. */
export interface Sending {
  row: DirtyRow;
  seen: SeenCustomer;
  draft: CustomerDraft;
  /** What of it was left out. */
  note: string | null;
  linkedId: CustomerId | null;
}

export type CustomerStep =
  | { kind: 'no-details'; row: DirtyRow; seen: SeenCustomer; problem: Problem }
  | ({ kind: 'agreed'; id: CustomerId } & Sending)
  | ({ kind: 'link'; id: CustomerId } & Sending)
  | ({ kind: 'ask'; candidates: CustomerId[]; problem: Problem } & Sending)
  | ({ kind: 'refuse'; problem: Problem } & Sending)
  | ({ kind: 'create' } & Sending)
  | ({ kind: 'update'; id: CustomerId } & Sending);

/** What is to be done about each of these customers; about the rest nothing. One call at most: whom BigCommerce has under their e-mails. */
export const planCustomers = async (context: JobContext, rows: readonly DirtyRow[]): Promise<CustomerStep[]> => {
  const first = await firstSteps(context, rows);
  const open = first.filter((step): step is Extract<CustomerStep, Sending> => 'draft' in step && step.kind !== 'agreed');
  if (open.length === 0) return first;
  const found = await context.bigcommerce.customers.listByEmails([...new Set(open.map(({ draft }) => emailOf(draft)))]);
  const foundByEmail = (email: string) => found.get(emailKey(email) ?? '') ?? [];
  const wanted = open.filter(({ linkedId }) => linkedId === null).map(({ seen, draft }) => ({ hikeId: seen.customer.id, email: draft.email }));
  const matches = await matchCustomers(context, wanted, foundByEmail);
  return first.map((step): CustomerStep => {
    if (!('draft' in step) || step.kind === 'agreed') return step;
    const { row, seen, draft, note, linkedId } = step;
    const sending = { row, seen, draft, note, linkedId };
    if (linkedId !== null) return changed(sending, { id: linkedId, found: foundByEmail(draft.email) });
    const match = matches.get(seen.customer.id) ?? { kind: 'create' };
    return match.kind === 'ask' ? { ...match, ...sending, problem: problem('customer-match-ambiguous', { email: draft.email }) } : { ...match, ...sending };
  });
};

const emailOf = ({ email }: CustomerDraft): string => emailKey(email) ?? email;

/** What can be told without a call; whatever needs one is a `create` until then. */
const firstSteps = async ({ database: { tables }, storeHash }: JobContext, rows: readonly DirtyRow[]): Promise<CustomerStep[]> => {
  const ids = rows.flatMap(({ id }) => HikeCustomerId.safeParse(Number(id)).data ?? []);
  const known = new Map((await tables.customers.findMany(storeHash, ids)).map((seen) => [String(seen.customer.id), seen]));
  const linked = await linkedCustomers(tables, storeHash, ids);
  return rows.flatMap((row): CustomerStep[] => {
    const seen = known.get(row.id);
    if (seen === undefined || seen.state === 'ignored') return [];
    const link = linked.get(seen.customer.id) ?? null;
    const toSend = customerToSend(seen.customer);
    if (toSend.kind === 'no-details') return [{ row, seen, ...toSend }];
    const sending = { row, seen, draft: toSend.draft, note: toSend.note, linkedId: link?.id ?? null };
    return [link !== null && isAgreed(seen, link, toSend.draft) ? { kind: 'agreed', id: link.id, ...sending } : { kind: 'create', ...sending }];
  });
};

/** Who was linked by an order or a sale and never written since is taken as agreed, unless Hike already tells something else than it did then. */
const isAgreed = ({ written }: SeenCustomer, { told }: LinkedCustomer, draft: CustomerDraft): boolean =>
  written === null ? told === null || told === toldHash(draft) : written === writtenHash(draft);

/** An e-mail is what a shopper signs in with: where it differs a person makes both alike, and nothing is written before. */
const changed = (sending: Sending, { id, found }: { id: CustomerId; found: readonly CustomerId[] }): CustomerStep => {
  if (found.includes(id)) return { kind: 'update', id, ...sending };
  const details = { customer: customerName(sending.seen.customer), email: sending.draft.email };
  return { kind: 'refuse', ...sending, problem: problem('customer-email-differs', details) };
};
