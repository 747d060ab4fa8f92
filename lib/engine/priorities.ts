/** Lower goes first: what a person waits for, then sales and orders, then upkeep (reference: engine A5). */
export const PRIORITY = { person: 0, sale: 10, order: 20, poll: 30, upkeep: 40 } as const;
