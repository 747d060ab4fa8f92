import type { IncomingMessage } from 'node:http';

/** By what caller and platform know the thing that a path creates. */
const REFERENCES: { path: RegExp; of(body: never): unknown }[] = [
  { path: /\/v2\/orders$/, of: (order: { external_order_id?: string }) => order.external_order_id },
  { path: /\/v3\/customers$/, of: ([customer]: { email?: string }[]) => customer?.email },
  // With an id it changes a sale.
  { path: /\/sales\/create$/, of: (sale: { id?: number; number?: string }) => (sale.id === undefined ? sale.number : null) },
  { path: /\/customers\/createOrUpdate$/, of: (customer: { email?: string }) => customer.email },
];

/** The reference of an order, a sale or a customer that this call creates; `null` for any other call. */
export const referenceOfCreate = ({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>, body: Buffer): string | null => {
  const [path = ''] = url.split('?');
  const create = method === 'POST' ? REFERENCES.find((one) => one.path.test(path)) : undefined;
  return create === undefined ? null : String(create.of(JSON.parse(body.toString()) as never) ?? '') || null;
};
