/** Lower goes first: what a person waits for, then sales, stock and orders, customers and products, then upkeep (reference: engine A5). */
export const PRIORITY = { person: 0, sale: 10, stock: 15, order: 20, customer: 25, poll: 30, product: 32, upkeep: 40 } as const;
