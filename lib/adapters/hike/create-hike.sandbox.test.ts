import { beforeAll, describe, expect, it } from 'vitest';
import type { HikeProductRow } from '../../domain/hike-product';
import { HikeCustomerId, HikeProductId, HikeTaxId, OutletId, PaymentTypeId, RegisterId, SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantFromDate, instantPlus } from '../../domain/instant-arithmetic';
import { Decimal } from '../../domain/money';
import { HikeTax, type SaleDraft } from '../../domain/sale';
import { QuotaExhausted, RefusedByVendor, UnknownOutcome } from '../../engine/ports/failures';
import { openSandboxShop, type SandboxShop } from './testing/sandbox-shop';
import { draftOf } from './testing/sale-draft';

const DAY = 24 * 60 * 60 * 1000;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

let shop: SandboxShop;
beforeAll(async () => {
  shop = await openSandboxShop();
});

const ago = (ms: number): Instant => instantFromDate(new Date(Date.now() - ms));

const found = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('The demo world lacks what this test needs.');
  return thing;
};

/** The worked example with the shop's own ids. */
const draftInShop = async (change: Partial<SaleDraft> = {}, own = shop): Promise<SaleDraft> => {
  const { registers, taxes, paymentTypes, products } = await own.state();
  const register = found(registers.find(({ name }) => name === 'Online'));
  const gst = HikeTax.parse({ ...found(taxes.find(({ rate }) => rate === 10)), rate: '10' });
  const pays = found(paymentTypes.find(({ payment_name: name }) => name === 'BigCommerce'));
  const tote = found(products.find(({ sku }) => sku === 'TOTE-01'));
  const example = draftOf();
  return {
    ...example,
    transactionDate: ago(DAY),
    outletId: OutletId.parse(register.outletID),
    registerId: RegisterId.parse(register.id),
    customer: null,
    lines: example.lines.map((line) => ({ ...line, productId: HikeProductId.parse(tote.id), tax: gst })),
    shippingTax: { ...example.shippingTax, tax: gst },
    payments: example.payments.map((payment) => ({ ...payment, typeId: PaymentTypeId.parse(pays.id), kind: pays.payment_option_type })),
    ...change,
  };
};

const stockOf = async (sku: string) => found((await shop.state()).products.find((product) => product.sku === sku)).product_outlets[0];

describe('sales of a Hike shop', () => {
  it('are read back as they were created, with stock moved once', async () => {
    const before = found(await stockOf('TOTE-01'));
    const draft = await draftInShop({ reference: 'BC-2001' });
    const { id, number } = await shop.hike.sales.create(draft);
    expect(number).toBe('BC-2001');
    const sale = (await shop.hike.sales.listByDate(draft.transactionDate, draft.transactionDate)).find((one) => one.id === id);
    expect(sale).toMatchObject({
      number: 'BC-2001', status: 'Completed', transactionDate: draft.transactionDate, registerId: draft.registerId, customerId: null, taxInclusive: true,
      lines: [{ quantity: 20_000, total: { minor: 4400 }, exTax: { minor: 4000 }, tax: { minor: 400 } }],
      shipping: { minor: 1100 }, shippingTax: { minor: 100 }, totalTax: { minor: 500 }, net: { minor: 5500 }, paid: { minor: 5500 },
      payments: [{ name: 'BigCommerce', amount: { minor: 5500 } }], source: 5,
    });
    expect((await stockOf('TOTE-01'))?.on_hand_inventory).toBe(before.on_hand_inventory - 2);
  });

  it.each<[string, Partial<SaleDraft>]>([
    ['a discount on a line', { lines: [{ ...found(draftOf().lines[0]), unitDiscount: { minor: 333, currency: draftOf().currency } }] }],
    ['a custom line', { lines: [{ ...found(draftOf().lines[0]), productId: null, title: 'Gift wrapping', sku: '', quantity: 1 }] }],
    ['a rounding of a cent', { rounding: { minor: 1, currency: draftOf().currency } }],
  ])('are taken with %s', async (name, change) => {
    const base = await draftInShop({ reference: `BC-${name}` });
    const lines = (change.lines ?? base.lines).map((line) => ({ ...line, tax: found(base.lines[0]).tax, productId: line.productId && found(base.lines[0]).productId }));
    const cents = lines.reduce((all, line) => all + (line.retailPrice.minor - line.unitDiscount.minor) * line.quantity, 0) + base.shipping.minor + (change.rounding?.minor ?? 0);
    const payments = base.payments.map((payment) => ({ ...payment, amount: { ...payment.amount, minor: cents } }));
    const { id } = await shop.hike.sales.create({ ...base, ...change, lines, payments });
    const sale = (await shop.hike.sales.listByDate(base.transactionDate, base.transactionDate)).find((one) => one.id === id);
    expect(sale).toMatchObject({ net: { minor: cents }, paid: { minor: cents }, rounding: { minor: change.rounding?.minor ?? 0 } });
  });

  it('are refused with the reason when the money does not add up', async () => {
    const draft = await draftInShop({ payments: [] });
    const refusal: unknown = await shop.hike.sales.create(draft).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedByVendor);
    expect(refusal).toMatchObject({ side: 'hike', status: 422, reason: expect.stringContaining('settled in full') as unknown });
  });

  it.each([
    ['the connection breaks after it was recorded', { when: 'after', kind: 'drop' }, 1],
    ['the answer is cut', { when: 'after', kind: 'truncate' }, 1],
    ['bytes come that are no answer', { when: 'after', kind: 'garbage' }, 1],
    ['it fails before anything was done', { when: 'before', kind: 'status', status: 500 }, 0],
  ])('are of unknown outcome when %s, and a look-up tells', async (_name, fault, sales) => {
    const own = await openSandboxShop();
    const draft = await draftInShop({ reference: 'BC-3001' }, own);
    await own.fault({ ...fault, method: 'POST', path: '/sales/create$', times: 1 });
    await expect(own.hike.sales.create(draft)).rejects.toThrow(UnknownOutcome);
    const found = await own.hike.sales.listByDate(draft.transactionDate, draft.transactionDate);
    expect(found.filter(({ number }) => number === 'BC-3001')).toHaveLength(sales);
  });

  it('are read in spite of an accident or two', async () => {
    const own = await openSandboxShop();
    await own.fault({ when: 'before', kind: 'status', status: 503, path: '/sales/get_all$', times: 1 });
    await own.fault({ when: 'after', kind: 'truncate', path: '/sales/get_all$', times: 1 });
    expect(await own.hike.sales.listByDate(ago(30 * DAY), ago(0))).not.toEqual([]);
  });

  it('are not asked for beyond the quota', async () => {
    const own = await openSandboxShop();
    await own.fault({ kind: 'throttle', path: '/sales/create$', times: 1 });
    await expect(own.hike.sales.create(await draftInShop({}, own))).rejects.toThrow(QuotaExhausted);
  });

  it('become completed, with all that Hike knows of them kept', async () => {
    const draft = await draftInShop({ reference: 'BC-2002', status: 'Parked' });
    const { id } = await shop.hike.sales.create(draft);
    const parked = found((await shop.state()).sales.find((sale) => sale.id === id));
    await shop.hike.sales.changeStatus(id, { from: 'Parked', to: 'Completed' }, draft.transactionDate);
    const done = found((await shop.state()).sales.find((sale) => sale.id === id));
    const changing = { status: 'Completed', lastModificationTime: done.lastModificationTime, finalizeDate: done.finalizeDate };
    expect(done).toEqual({ ...parked, ...changing });
    expect((await shop.state()).sales.filter(({ number }) => number === 'BC-2002')).toHaveLength(1);
  });

  it('become voided, once, however often that is said', async () => {
    const rung = await shop.till('', { lines: [{ sku: 'TOTE-01' }] });
    const id = SaleId.parse(rung.id);
    for (let time = 0; time < 2; time += 1) await shop.hike.sales.changeStatus(id, { from: 'Completed', to: 'Voided' }, instantFromDate(new Date(rung.transactionDate)));
    expect((await shop.state()).sales.find((sale) => sale.id === rung.id)?.status).toBe('Voided');
  });

  it('cannot change when they are not there', async () => {
    await expect(shop.hike.sales.changeStatus(SaleId.parse(999_999), { from: 'Parked', to: 'Voided' }, ago(0))).rejects.toMatchObject({ status: 404 });
  });

  it('are all read, whatever their kind, over several pages', async () => {
    const own = await openSandboxShop();
    for (let time = 0; time < 105; time += 1) await own.till('', { lines: [{ sku: 'TOTE-01' }] });
    const first = await own.till('', { lines: [{ sku: 'TOTE-01', quantity: 2, discountPercent: 10 }], discountPercent: 5, tip: 2, rounding: '0.02', shipping: 11, shippingTax: 'GST' });
    await own.till(`/${first.id}/refund`);
    await own.till('', { status: 'LayBy', lines: [{ sku: 'LOOSE-LAVENDER', quantity: '0.35' }], payments: [{ type: 'Cash', amount: 1 }] });
    await own.till('', { status: 'OnAccount', lines: [{ sku: 'TOTE-01' }], customerId: found((await own.hike.customers.listByEmail('ana.diaz@example.com'))[0])?.id });
    const sales = await own.hike.sales.listByDate(ago(400 * DAY), ago(-DAY));
    const raw = (await own.state()).sales;
    expect(sales.map(({ id }) => id).sort()).toEqual(raw.map(({ id }) => id).sort());
    for (const sale of sales) {
      const goods = sale.lines.reduce((all, line) => all + line.exTax.minor + line.tax.minor, 0);
      const net = goods - sale.discount.minor + sale.tip.minor + sale.shipping.minor + sale.rounding.minor;
      expect(Math.abs(net - sale.net.minor), `sale ${sale.id}`).toBeLessThanOrEqual(1);
      expect(sale.modifiedAt).toMatch(ISO);
    }
    expect(sales.find(({ status }) => status === 'Refunded')).toMatchObject({ originalSaleId: expect.any(Number) as unknown });
  });
});

describe('products of a Hike shop', () => {
  it('are found by SKU, without case, and a variant once', async () => {
    const { products } = await shop.state();
    const tote = found(products.find(({ sku }) => sku === 'TOTE-01'));
    expect(await shop.hike.products.listBySku(' tote-01')).toEqual([{ id: tote.id, name: tote.name, sku: 'TOTE-01' }]);
    const child = found(products.find(({ name, sku }) => name.includes(' / ') && sku !== ''));
    expect(await shop.hike.products.listBySku(child.sku)).toEqual([{ id: child.id, name: child.name, sku: child.sku }]);
    expect(await shop.hike.products.listBySku('TOTE-0')).toEqual([]);
  });
});

describe('the catalogue of a Hike shop', () => {
  const allRows = async (own: SandboxShop, since: Instant | null = null) => {
    const rows: HikeProductRow[] = [];
    for (let skip: number | null = 0; skip !== null; ) {
      const page: Awaited<ReturnType<typeof own.hike.products.listChanged>> = await own.hike.products.listChanged(since, skip);
      expect(page.odd).toBeUndefined();
      rows.push(...page.items);
      skip = page.next;
    }
    return rows;
  };

  it('is understood row by row, parents and children', async () => {
    const rows = await allRows(shop);
    const { products } = await shop.state();
    expect(rows).toHaveLength(products.length);
    const parents = rows.flatMap((row) => (row.kind === 'product' && row.product.options.length > 0 ? [row.product] : []));
    const children = rows.flatMap((row) => (row.kind === 'child' ? [row] : []));
    expect(parents.length).toBeGreaterThan(0);
    expect(children.map(({ variant }) => variant.id).toSorted()).toEqual(parents.flatMap(({ variants }) => variants.map(({ id }) => id)).toSorted());
    for (const { options, variants } of parents) for (const { values } of variants) expect(values).toHaveLength(options.length);
    const tote = found(rows.flatMap((row) => (row.kind === 'product' && row.product.variants[0]?.sku === 'TOTE-01' ? [row.product] : []))[0]);
    expect(tote).toMatchObject({ tracksStock: true, isActive: true, variants: [{ sku: 'TOTE-01' }] });
    expect(found(tote.variants[0]).levels).toMatchObject((await shop.state()).outlets.map(() => ({ priceIncTax: '22', available: expect.any(Number) as unknown })));
    expect(await shop.hike.products.find(tote.id)).toEqual(tote);
    expect(await shop.hike.products.find(HikeProductId.parse(987_654))).toBeNull();
  });

  it('tells what changed since then alone', async () => {
    const own = await openSandboxShop();
    const rows = await allRows(own);
    const newest = rows.map((row) => (row.kind === 'product' ? row.product.modifiedAt : row.modifiedAt)).reduce((one, other) => ((one ?? '') > (other ?? '') ? one : other), null);
    const sold = await own.till('', { lines: [{ sku: 'TOTE-01' }] });
    const changed = await allRows(own, instantPlus(found(newest ?? undefined), 1));
    expect(changed.map((row) => (row.kind === 'product' ? row.product.id : row.variant.id))).toEqual([sold.invoiceLineItems[0]?.invoiceItemValue]);
  });

  it('takes a product with variants and no stock', async () => {
    const own = await openSandboxShop();
    const { outlets, taxes } = await own.state();
    const prices = { priceIncTax: Decimal.parse('33.00'), priceExTax: Decimal.parse('30.00') };
    const id = await own.hike.products.create({
      name: 'Wharf tee', description: '<p>Soft</p>', sku: 'WHARF', barcode: '', brand: 'Harbour Goods', type: 'Shirts', tags: ['new'], ...prices, taxId: HikeTaxId.parse(found(taxes[0]).id),
      outletIds: outlets.map((outlet) => OutletId.parse(outlet.id)), options: ['Size'], variants: ['S', 'M'].map((value) => ({ sku: `WHARF-${value}`, barcode: '', values: [value], ...prices })), imageUrls: [],
    });
    expect(await own.hike.products.find(id)).toMatchObject({
      name: 'Wharf tee', brand: 'Harbour Goods', isOnline: true, options: ['Size'], types: [{ name: 'Shirts' }], tags: ['new'],
      variants: [{ sku: 'WHARF-S', values: ['S'], levels: outlets.map(() => ({ priceIncTax: '33', onHand: 0 })) }, { sku: 'WHARF-M', values: ['M'] }],
    });
    expect((await own.hike.products.listBySku('wharf-m')).map(({ name }) => name)).toEqual(['Wharf tee / M']);
  });

  it('has pictures whose bytes can be fetched', async () => {
    const pictures = (await allRows(shop)).flatMap((row) => (row.kind === 'product' ? row.product.images : []));
    const files = await Promise.all(pictures.slice(0, 5).map(async ({ url }) => shop.hike.images.fetch(url)));
    expect(files).toContainEqual(expect.objectContaining({ type: 'image/png' }));
  });
});

describe('customers of a Hike shop', () => {
  it('are all told, changed or not', async () => {
    const { items, next, total } = await shop.hike.customers.listChanged(null, 0);
    expect(items.some(({ email }) => email === 'ana.diaz@example.com')).toBe(true);
    expect([next, total]).toEqual([null, items.length]);
  });

  it('are created with their address, and found by e-mail and id', async () => {
    const address = { firstName: 'Mia', lastName: 'Lane', company: '', street1: '1 Quay St', street2: 'Unit 2', city: 'Sydney', state: 'NSW', postcode: '2000', country: 'Australia', countryCode: 'AU', phone: '0400 000 001', email: 'mia@example.com' };
    const id = await shop.hike.customers.create({ firstName: 'Mia', lastName: 'Lane', email: 'mia@example.com', phone: '0400 000 001', company: '', address });
    const [mia] = await shop.hike.customers.listByEmail('MIA@example.com');
    expect(mia).toEqual({ id, firstName: 'Mia', lastName: 'Lane', email: 'mia@example.com', phone: '0400 000 001', company: '', address });
    expect(await shop.hike.customers.find(id)).toEqual(mia);
    expect(await shop.hike.customers.listByEmail('ia@example.com')).toEqual([]);
    expect(await shop.hike.customers.find(HikeCustomerId.parse(987_654))).toBeNull();
  });
});

describe('lists of a Hike shop', () => {
  it('are those that settings are chosen from', async () => {
    const lists = await shop.hike.shop.getLists();
    const { outlets, registers, taxes, paymentTypes } = await shop.state();
    expect(lists.outlets.map(({ name }) => name)).toEqual(outlets.map(({ title }) => title));
    expect(lists.registers).toHaveLength(registers.length);
    expect(lists.paymentTypes.find(({ name }) => name === 'BigCommerce')?.kind).toBe(paymentTypes.find(({ payment_name: name }) => name === 'BigCommerce')?.payment_option_type);
    expect(lists.taxes.find(({ name }) => name === 'GST')).toMatchObject({ rate: '10', isActive: true });
    expect(taxes).toHaveLength(lists.taxes.length);
    expect(lists).toMatchObject({ currency: 'AUD', taxInclusive: true, readAt: expect.stringMatching(ISO) as unknown });
  });

  it('tell neither currency nor mode of a shop without sales', async () => {
    const own = await openSandboxShop({ world: 'empty' });
    expect(await own.hike.shop.getLists()).toMatchObject({ currency: null, taxInclusive: null });
  });
});

describe('access to a Hike shop', () => {
  it('goes on when the token expires between two calls', async () => {
    const own = await openSandboxShop();
    await own.control('POST', '/expire-access-token');
    const { taxes } = await own.hike.shop.getLists();
    expect(taxes).not.toEqual([]);
  });

  it('is refused with the reason on a plan without the API', async () => {
    const own = await openSandboxShop({ plan: 'Start' });
    await expect(own.hike.shop.getLists()).rejects.toMatchObject({ name: 'RefusedByVendor', status: 501 });
  });
});

describe('a range of dates', () => {
  it('has both ends in it', async () => {
    const rung = await shop.till('', { lines: [{ sku: 'TOTE-01' }], at: '2026-02-03T04:05:06Z' });
    const at = instantFromDate(new Date(rung.transactionDate));
    expect((await shop.hike.sales.listByDate(at, instantPlus(at, 1000))).map(({ id }) => id)).toEqual([rung.id]);
    expect((await shop.hike.sales.listByDate(instantPlus(at, -1000), at)).map(({ id }) => id)).toEqual([rung.id]);
  });
});
