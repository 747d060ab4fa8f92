import type { Clock, Keepable, Ledger, LedgerRow } from './contract.ts';

export function createLedger(clock: Clock): Ledger & Keepable {
  let rows: LedgerRow[] = [];
  return {
    append(row) {
      // The row is copied: what was accepted then must not change with the thing it describes.
      const kept: LedgerRow = { seq: rows.length + 1, at: clock.now().toISOString(), ...row, data: structuredClone(row.data) };
      rows.push(kept);
      return kept;
    },
    list(filter = {}) {
      return rows.filter(
        (row) =>
          (filter.side === undefined || row.side === filter.side) &&
          (filter.tenant === undefined || row.tenant === filter.tenant) &&
          (filter.kind === undefined || row.kind === filter.kind),
      );
    },
    snapshot: () => rows,
    restore: (snapshot) => {
      rows = snapshot as LedgerRow[];
    },
  };
}
