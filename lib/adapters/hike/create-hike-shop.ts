import { z } from 'zod';
import { instantPlus } from '../../domain/instant-arithmetic';
import { Currency } from '../../domain/money';
import { HikeLists } from '../../domain/shop-lists';
import type { Clock } from '../../engine/ports/clock';
import type { HikeShop } from '../../engine/ports/hike';
import { textOrEmpty, wireDecimal } from '../http/wire-values';
import { NEWEST_FIRST } from './assumptions';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';
import { yesUnlessFalse } from './wire-values';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

const id = z.int().nonnegative();
const outlet = z.object({ id, title: textOrEmpty, isActive: yesUnlessFalse }).transform(({ title, ...rest }) => ({ ...rest, name: title }));
const register = z.object({ id, name: textOrEmpty, outletID: id, isActive: yesUnlessFalse }).transform(({ outletID, ...rest }) => ({ ...rest, outletId: outletID }));
const paymentType = z
  .object({ id, payment_name: textOrEmpty, payment_option_type: z.int(), isActive: yesUnlessFalse })
  .transform(({ payment_name: name, payment_option_type: kind, ...rest }) => ({ ...rest, name, kind }));
const tax = z.object({ id, name: textOrEmpty, rate: wireDecimal, isActive: yesUnlessFalse });

const modeOfSale = z.object({ currency: z.string().toUpperCase().pipe(Currency).nullish().catch(null), taxInclusive: z.boolean().nullish() });
const newestSale = z.object({ items: z.array(modeOfSale).nullish() }).transform(({ items }) => items?.[0]);

export const createHikeShop = (api: HikeApi, clock: Clock): HikeShop => ({
  // The shortest of Hike's lists: most shops have a few taxes.
  probe: () => api.probe('/taxes/get_all', { page_size: 1, Skip_count: 0 }),
  getLists: async () => {
    const readAt = clock.now();
    const range = { invoice_range_from: instantPlus(readAt, -YEAR_MS), invoice_range_to: readAt };
    const outlets = await listAll(api, { path: '/outlets/get_all' }, outlet);
    const registers = await listAll(api, { path: '/outlets/get_Registers_all' }, register);
    const paymentTypes = await listAll(api, { path: '/payment_types/get_all' }, paymentType);
    const taxes = await listAll(api, { path: '/taxes/get_all' }, tax);
    const sale = await api.get('/sales/get_all', { ...range, Sorting: NEWEST_FIRST, page_size: 1, Skip_count: 0 }, newestSale);
    return HikeLists.parse({ readAt, outlets, registers, paymentTypes, taxes, currency: sale?.currency ?? null, taxInclusive: sale?.taxInclusive ?? null });
  },
});
