import { draftOf } from '../../lib/adapters/hike/testing/sale-draft';
import { HikeCustomerId, HikeProductId, HikeTaxId, OutletId, SaleId } from '../../lib/domain/ids';
import { Instant } from '../../lib/domain/instant';
import { Decimal } from '../../lib/domain/money';
import { anAddress } from '../../lib/domain/testing/an-order';
import type { Hike } from '../../lib/engine/ports/hike';
import { hikeCustomerSample, hikeProductSample, hikeTokensSample, outletsSample, paymentTypesSample, registersSample, saleSample, taxesSample } from '../samples/hike-samples';
import type { Calls } from './bigcommerce-calls';
import type { Truth } from './hostile-vendor';

const at = Instant.parse('2026-01-15T03:20:00.000Z');
const customer = { firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: anAddress() };
const product = {
  name: 'Tote', description: '', sku: 'TOTE', barcode: '', brand: 'Acme', type: 'Bags', tags: ['x'], priceIncTax: Decimal.parse('22'), priceExTax: Decimal.parse('20'), taxId: HikeTaxId.parse(2),
  outletIds: [OutletId.parse(1)], options: [], variants: [], imageUrls: ['https://cdn.example/1.png'],
};

export const HIKE_CALLS: Calls<Hike> = {
  sales: {
    listByDate: ({ sales }) => sales.listByDate(at, at),
    create: ({ sales }) => sales.create(draftOf()),
    changeStatus: ({ sales }) => sales.changeStatus(SaleId.parse(71), { from: 'Parked', to: 'Voided' }, at),
  },
  products: {
    listBySku: ({ products }) => products.listBySku('TOTE-S'),
    listChanged: ({ products }) => products.listChanged(at, 0),
    find: ({ products }) => products.find(HikeProductId.parse(812)),
    create: ({ products }) => products.create(product),
  },
  customers: {
    listByEmail: ({ customers }) => customers.listByEmail('ana@example.com'),
    find: ({ customers }) => customers.find(HikeCustomerId.parse(51)),
    create: ({ customers }) => customers.create(customer),
    listChanged: ({ customers }) => customers.listChanged(null, 0),
  },
  images: { fetch: ({ images }) => images.fetch('https://93.184.216.34/tote.png') },
  shop: { probe: ({ shop }) => shop.probe(), getLists: ({ shop }) => shop.getLists() },
};

const page = (...items: unknown[]) => ({ items, next: null, totalCount: items.length });

export const HIKE_TRUTH: Truth = [
  ['POST', /\/(sales|products|customers)\/create(OrUpdate)?$/, { id: 71, number: 'BC-1042' }],
  [null, /\/sales\/get_all$/, page(saleSample)],
  [null, /\/products\/get_all$/, page(hikeProductSample)],
  [null, /\/products\/get\/\d+$/, hikeProductSample],
  [null, /\/customers\/get_all$/, page(hikeCustomerSample)],
  [null, /\/customers\/get\/\d+$/, hikeCustomerSample],
  [null, /\/outlets\/get_all$/, outletsSample],
  [null, /\/get_Registers_all$/, registersSample],
  [null, /\/payment_types\/get_all$/, paymentTypesSample],
  [null, /\/taxes\/get_all$/, taxesSample],
  [null, /\/oauth\/token$/, hikeTokensSample],
];
