import { z } from 'zod';
import { orderFromWire } from '../../lib/adapters/bigcommerce/order-from-wire';
import { orderLineWire } from '../../lib/adapters/bigcommerce/order-line-wire';
import { orderWire } from '../../lib/adapters/bigcommerce/order-wire';
import { productFromWire, productWire } from '../../lib/adapters/bigcommerce/product-wire';
import { profileFromWire, statusesWire, storeWire, taxClassesWire } from '../../lib/adapters/bigcommerce/profile-wire';
import { customerFromWire, customerWire } from '../../lib/adapters/hike/customer-wire';
import { productFromWire as hikeProductFromWire, rowFromWire } from '../../lib/adapters/hike/product-from-wire';
import { productWire as hikeProductWire } from '../../lib/adapters/hike/product-wire';
import { productsWithSku } from '../../lib/adapters/hike/products-with-sku';
import { saleFromWire } from '../../lib/adapters/hike/sale-from-wire';
import { saleStatusWire } from '../../lib/adapters/hike/sale-status-wire';
import { saleWire } from '../../lib/adapters/hike/sale-wire';
import { skuRowWire } from '../../lib/adapters/hike/sku-row-wire';
import { parseWire } from '../../lib/adapters/http/parse-wire';
import { readJson } from '../../lib/adapters/http/read-json';
import type { Side } from '../../lib/engine/ports/failures';
import { Instant } from '../../lib/domain/instant';
import { assertStorable } from '../kit/assert-storable';
import { hostileJson } from '../kit/hostile-json';
import { orderLineSample, orderSample, productSample, statusesSample, storeSample, taxClassesSample } from '../samples/bigcommerce-samples';
import { childProductSample, hikeCustomerSample, hikeProductSample, saleSample } from '../samples/hike-samples';
import { parser, type Parser } from './parser';

interface Wire<T> {
  side: Side;
  schema: z.ZodType<T>;
  samples: readonly unknown[];
  toDomain?: (wire: T) => unknown;
}

/** As an adapter reads an answer: text, JSON, schema, domain. */
const wire = <T>(name: string, covers: readonly string[], { side, schema, samples, toDomain = (value) => value }: Wire<T>): Parser =>
  parser(`${side}: ${name}`, covers.map((file) => `adapters/${side}/${file}`), {
    inputs: hostileJson(...samples),
    parse: (text) => assertStorable(toDomain(parseWire(schema, readJson(text), { side, what: name }))),
  });

const readAt = Instant.parse('2026-01-15T03:20:00.000Z');

export const WIRE_PARSERS: readonly Parser[] = [
  wire('order', ['order-wire.ts', 'order-from-wire.ts', 'consignments-wire.ts', 'wire-values.ts'], {
    side: 'bigcommerce', schema: orderWire, samples: [orderSample], toDomain: (order) => orderFromWire(order),
  }),
  wire('lines of an order', ['order-line-wire.ts'], { side: 'bigcommerce', schema: z.array(orderLineWire).nullable(), samples: [[orderLineSample]] }),
  wire('product', ['product-wire.ts'], { side: 'bigcommerce', schema: productWire, samples: [productSample], toDomain: (product) => productFromWire(product, 'Acme') }),
  wire('store', ['profile-wire.ts'], {
    side: 'bigcommerce',
    schema: z.object({ store: storeWire, taxClasses: taxClassesWire, statuses: statusesWire }),
    samples: [{ store: storeSample, taxClasses: taxClassesSample, statuses: statusesSample }],
    toDomain: (parts) => profileFromWire({ ...parts, readAt, locations: [] }),
  }),
  wire('sale', ['sale-wire.ts', 'sale-from-wire.ts', 'wire-values.ts'], { side: 'hike', schema: saleWire, samples: [saleSample], toDomain: saleFromWire }),
  wire('status of a sale', ['sale-status-wire.ts'], { side: 'hike', schema: saleStatusWire, samples: ['Completed', 2] }),
  wire('product', ['product-wire.ts', 'product-from-wire.ts'], { side: 'hike', schema: hikeProductWire, samples: [hikeProductSample], toDomain: hikeProductFromWire }),
  wire('row of products', ['product-wire.ts', 'product-from-wire.ts'], { side: 'hike', schema: hikeProductWire, samples: [childProductSample, hikeProductSample], toDomain: rowFromWire }),
  wire('row for a SKU', ['sku-row-wire.ts', 'products-with-sku.ts'], {
    side: 'hike', schema: z.array(skuRowWire), samples: [[hikeProductSample, childProductSample]], toDomain: (rows) => productsWithSku(rows, 'TOTE-S'),
  }),
  wire('customer', ['customer-wire.ts'], { side: 'hike', schema: customerWire, samples: [hikeCustomerSample], toDomain: customerFromWire }),
];
