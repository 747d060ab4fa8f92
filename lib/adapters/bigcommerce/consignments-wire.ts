import { z } from 'zod';
import { orderLineWire, type OrderLineWire } from './order-line-wire';

/** What stands in place of lines that were not asked for, or not all given. */
const link = z.object({ resource: z.string() }).transform(() => null);

/** A list, or in places a single object (the examples of the OpenAPI file do so for digital and gift lines). */
const lines = z.union([z.array(z.union([orderLineWire, link])), orderLineWire.transform((line) => [line]), link.transform(() => [null])]).nullish();

/** `__warning__` is undocumented: only 50 lines of the consignment are here (bigcommerce/docs issue 960). */
const consignment = z.object({ line_items: lines, __warning__: z.unknown().optional() });

const list = z.array(consignment).nullish();

const consignments = z.object({
  shipping: list,
  pickups: list,
  downloads: list,
  email: z.object({ gift_certificates: list, __warning__: z.unknown().optional() }).nullish(),
  __warning__: z.unknown().optional(),
});

export interface ConsignedLines {
  lines: OrderLineWire[];
  isComplete: boolean;
}

/** All lines of an order, whichever way they leave the shop: sent, picked up, downloaded or mailed. */
export const consignmentsWire = consignments.transform(({ shipping, pickups, downloads, email, __warning__: warning }): ConsignedLines => {
  const all = [shipping, pickups, downloads, email?.gift_certificates].flatMap((some) => some ?? []);
  const items = all.flatMap((one) => one.line_items ?? []);
  const warnings = [warning, email?.__warning__, ...all.map((one) => one.__warning__)];
  const known = items.filter((item) => item !== null);
  return { lines: known, isComplete: known.length === items.length && warnings.every((said) => said == null) };
});
