import type { SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Sale } from '../../../domain/sale';
import type { JobContext } from '../job';

/** Of Hike's 5,000 calls a day: what single looks at other days may cost a comparison. */
const MOST_LOOKS = 60;
/** A sale carries its order's own time. */
const AROUND_MS = 60_000;

interface Span {
  from: Instant;
  to: Instant;
}

/** Reads the sales made around these moments into `sales`, as many as a comparison may look for; answers whether a moment was among them. */
export const lookAround = async (context: JobContext, sales: Map<SaleId, Sale>, moments: readonly Instant[]): Promise<(at: Instant) => boolean> => {
  const spans = spansAround(moments).slice(0, MOST_LOOKS);
  for (const { from, to } of spans) for (const sale of await context.hike.sales.listByDate(from, to, () => undefined)) sales.set(sale.id, sale);
  return (at) => spans.some(({ from, to }) => at >= from && at <= to);
};

/** The newest first, those that meet in one. */
const spansAround = (moments: readonly Instant[]): Span[] => {
  const spans: Span[] = [];
  for (const at of [...new Set(moments)].sort().reverse()) {
    const last = spans.at(-1);
    const [from, to] = [instantPlus(at, -AROUND_MS), instantPlus(at, AROUND_MS)];
    if (last !== undefined && to >= last.from) last.from = from;
    else spans.push({ from, to });
  }
  return spans;
};
