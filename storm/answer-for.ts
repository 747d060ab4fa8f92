import type { Thing } from './thing';

const PER_PAGE = 250;
const STATUSES = [11, 9, 2, 10, 1, 7];

export const statusOf = ({ version }: Thing): number => STATUSES[version % STATUSES.length]!;

const inSeconds = (text: string | null): number => (text === null ? 0 : Date.parse(text) / 1_000);
const pageOf = (things: Thing[], page: number): Thing[] => things.slice((page - 1) * PER_PAGE, page * PER_PAGE);
const byChange = (a: Thing, b: Thing): number => a.changedAt - b.changedAt;
const byId = (a: Thing, b: Thing): number => a.id - b.id;

/** What BigCommerce would say of the things; `null` where the question is not one of those that the jobs ask. */
export const answerFor = (things: readonly Thing[], { pathname, searchParams }: URL): unknown => {
  const living = things.filter(({ version }) => version > 0);
  if (pathname.endsWith('/v2/orders')) return listOrders(living.filter(({ kind }) => kind === 'order'), searchParams).map(orderAnswer);
  if (!pathname.endsWith('/v3/catalog/products')) return null;
  const products = listProducts(living.filter(({ kind }) => kind === 'product'), searchParams);
  return { data: products.map(productAnswer), meta: {} };
};

const listOrders = (orders: Thing[], query: URLSearchParams): Thing[] => {
  if (query.has('is_deleted')) return [];
  const since = query.get('min_date_modified');
  if (since !== null) return pageOf(orders.filter(({ changedAt }) => changedAt >= inSeconds(since)).sort(byChange), Number(query.get('page') ?? 1));
  const [min, max] = [Number(query.get('min_id')), Number(query.get('max_id'))];
  return pageOf(orders.filter(({ id }) => id >= min && id <= max).sort(byId), 1);
};

const listProducts = (products: Thing[], query: URLSearchParams): Thing[] => {
  const ids = query.get('id:in');
  if (ids !== null) return products.filter(({ id }) => ids.split(',').includes(String(id)));
  const since = inSeconds(query.get('date_modified:min'));
  return pageOf(products.filter(({ changedAt }) => changedAt >= since).sort(byChange), Number(query.get('page') ?? 1));
};

const NO_MONEY = ['shipping_cost', 'handling_cost', 'wrapping_cost'].flatMap((name) => [`${name}_inc_tax`, `${name}_ex_tax`]);

const orderAnswer = (order: Thing) => ({
  ...Object.fromEntries(NO_MONEY.map((name) => [name, '0.0000'])),
  id: order.id,
  status_id: statusOf(order),
  date_created: 'Tue, 20 Jan 2026 00:00:00 +0000',
  date_modified: new Date(order.changedAt * 1_000).toUTCString().replace('GMT', '+0000'),
  default_currency_code: 'AUD',
  is_tax_inclusive_pricing: true,
  customer_id: 0,
  billing_address: {},
  consignments: { pickups: [], shipping: [], downloads: [], email: { gift_certificates: [] } },
  items_total: 0,
  fees: [],
  discount_amount: '0.0000',
  coupon_discount: '0.0000',
  store_credit_amount: '0.0000',
  gift_certificate_amount: '0.0000',
  total_inc_tax: `${order.version}.0000`,
  total_ex_tax: `${order.version}.0000`,
  payment_method: 'Cash',
  payment_status: 'captured',
  external_source: null,
  external_order_id: '',
  staff_notes: '',
  is_deleted: false,
});

const productAnswer = ({ id, version, changedAt }: Thing) => ({
  id,
  name: `Product ${id}`,
  description: '',
  sku: `SKU-${id}`,
  upc: '',
  brand_id: 0,
  categories: [],
  price: version,
  sale_price: 0,
  retail_price: 0,
  tax_class_id: 0,
  is_visible: true,
  inventory_tracking: 'none',
  option_set_id: null,
  base_variant_id: id,
  date_modified: new Date(changedAt * 1_000).toISOString().replace('.000Z', '+00:00'),
  variants: [],
  images: [],
});
