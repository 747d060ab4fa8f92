import { z } from 'zod';
import { CUSTOMER_STATES, type CustomerState } from '../../../domain/catalogue-words';
import { HikeCustomer } from '../../../domain/customer';
import { CustomerId } from '../../../domain/ids';
import { Problem } from '../../../domain/problems';
import { emailKey } from '../../../domain/rules/email-key';
import type { SeenCustomer, SeenCustomerFilter, SeenCustomers } from '../../../engine/ports/tables';
import type { Prisma, SeenCustomer as SeenCustomerRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { escapePattern } from '../escape-pattern';
import { givenRows, upsertRows } from '../given-rows';
import { nameKey } from '../name-key';
import { statementChunks } from '../statement-chunks';

const State = z.enum(CUSTOMER_STATES);

const CUSTOMERS = {
  table: 'seen_customers',
  key: ['hike_id'],
  columns: {
    hike_id: 'bigint',
    name_key: 'text',
    search_text: 'text',
    email_key: 'text',
    customer: 'jsonb',
    fingerprint: 'text',
    state: 'text',
    problem: 'jsonb',
    candidates: 'bigint[]',
    customer_id: 'bigint',
    written: 'text',
  },
} as const;

export const postgresSeenCustomers = (connection: Connection): SeenCustomers => ({
  async findMany(storeHash, ids) {
    const rows = await connection.seenCustomer.findMany({ where: { storeHash, hikeId: { in: ids.map(BigInt) } } });
    return rows.map(readCustomer);
  },
  async saveMany(storeHash, seen) {
    for (const chunk of statementChunks(seen, ({ customer }) => [String(customer.id)])) {
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${givenRows(CUSTOMERS.columns, chunk.map(columnsOf))})
        ${upsertRows(storeHash, CUSTOMERS, 'given')}`;
    }
  },
  async list(storeHash, filter) {
    const rows = await connection.seenCustomer.findMany({
      where: { storeHash, ...conditionsOf(filter) },
      orderBy: [{ nameKey: 'asc' }, { hikeId: 'asc' }],
      skip: filter.offset,
      take: filter.limit,
    });
    return rows.map(readCustomer);
  },
  async countByState(storeHash) {
    const groups = await connection.seenCustomer.groupBy({ by: ['state'], where: { storeHash }, _count: true });
    const countOf = (state: string) => groups.find((group) => group.state === state)?._count ?? 0;
    return Object.fromEntries(CUSTOMER_STATES.map((state) => [state, countOf(state)])) as Record<CustomerState, number>;
  },
  async findByEmails(storeHash, emails) {
    const keys = emails.flatMap((email) => emailKey(email) ?? []);
    const rows = await connection.seenCustomer.findMany({ where: { storeHash, emailKey: { in: keys } }, orderBy: { hikeId: 'asc' } });
    return rows.map(readCustomer);
  },
  async deleteAll(storeHash) {
    await connection.seenCustomer.deleteMany({ where: { storeHash } });
  },
});

const conditionsOf = ({ states, search }: SeenCustomerFilter): Prisma.SeenCustomerWhereInput => ({
  ...(states.length > 0 && { state: { in: [...states] } }),
  ...(search !== '' && { searchText: { contains: escapePattern(search.toLowerCase()) } }),
});

const columnsOf = ({ customer, ...seen }: SeenCustomer) => {
  const name = `${customer.firstName} ${customer.lastName}`;
  return {
    hike_id: customer.id,
    name_key: nameKey(name),
    search_text: `${name}\n${customer.email}`.toLowerCase(),
    email_key: emailKey(customer.email),
    customer,
    fingerprint: seen.fingerprint,
    state: seen.state,
    problem: seen.problem,
    candidates: seen.candidates,
    customer_id: seen.customerId,
    written: seen.written,
  };
};

const readCustomer = (row: SeenCustomerRow): SeenCustomer => ({
  customer: HikeCustomer.parse(row.customer),
  fingerprint: row.fingerprint,
  state: State.parse(row.state),
  problem: Problem.nullable().parse(row.problem),
  candidates: row.candidates.map((id) => CustomerId.parse(Number(id))),
  customerId: row.customerId === null ? null : CustomerId.parse(Number(row.customerId)),
  written: row.written,
});
