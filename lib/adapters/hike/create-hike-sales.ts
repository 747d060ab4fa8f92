import { z } from 'zod';
import { SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { BrokenContract, RefusedByVendor } from '../../engine/ports/failures';
import type { HikeSales } from '../../engine/ports/hike';
import type { OddItem } from '../../engine/ports/odd-item';
import { readEach } from '../http/read-each';
import { textOrEmpty } from '../http/wire-values';
import { LOOK_AROUND_MS, POST_WITH_ID_UPDATES } from './assumptions';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';
import { saleBody } from './sale-body';
import { saleFromWire } from './sale-from-wire';
import { saleStatusToWire, saleStatusWire } from './sale-status-wire';
import { saleToWire } from './sale-to-wire';
import { saleWire } from './sale-wire';

const LIST = '/sales/get_all';
const CREATE = '/sales/create';

const created = z.object({ id: SaleId, number: textOrEmpty });
/** Unread fields stay in it, for they are to be sent back as they came. */
const wholeSale = z.looseObject({ id: SaleId, status: saleStatusWire });

const rangeOf = (from: Instant, to: Instant) => ({ Sorting: 'transactionDate', invoice_range_from: from, invoice_range_to: to });

/** Read one by one afterwards; those without an id are taken for one. */
const anySale = z.unknown().transform((item) => ({ id: withId.safeParse(item).data?.id ?? Number.NaN, item }));
const withId = z.object({ id: SaleId });

const refuseOdd = ({ id, why }: OddItem): never => {
  throw new BrokenContract('hike', `hike, ${LIST}: sale ${id ?? 'without an id'}: ${why}`);
};

type WholeSale = z.output<typeof wholeSale>;

const findAround = async (api: HikeApi, id: SaleId, around: Instant): Promise<WholeSale> => {
  for (const reach of LOOK_AROUND_MS) {
    const query = rangeOf(instantPlus(around, -reach), instantPlus(around, reach));
    const sale = (await listAll(api, { path: LIST, query }, wholeSale)).find((one) => one.id === id);
    if (sale) return sale;
  }
  throw new RefusedByVendor({ side: 'hike', status: 404, reason: `There is no sale ${id} around ${around.slice(0, 10)}.` });
};

export const createHikeSales = (api: HikeApi): HikeSales => ({
  listByDate: async (from, to, meetOdd = refuseOdd) => {
    const found = await listAll(api, { path: LIST, query: rangeOf(from, to) }, anySale);
    const { items, odd } = readEach(found.map(({ item }) => item), (item) => saleFromWire(saleWire.parse(item)));
    odd.forEach(meetOdd);
    return items;
  },

  create: async (draft) => {
    const { id, number } = await api.post(CREATE, { schema: saleBody, value: saleToWire(draft) }, created);
    return { id, number: number || draft.reference };
  },

  changeStatus: async (id, { from, to }, around) => {
    if (!POST_WITH_ID_UPDATES) throw new RefusedByVendor({ side: 'hike', status: 501, reason: 'A sale can only be changed at the till.' });
    const sale = await findAround(api, id, around);
    if (sale.status !== from) return sale.status;
    const value = { ...sale, status: saleStatusToWire(to) };
    await api.post(CREATE, { schema: z.looseObject({ id: SaleId }), value }, z.object({ id: SaleId }));
    return from;
  },
});
