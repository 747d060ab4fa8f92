import type { StoreHash } from '../../domain/ids';
import type { BigCommerce } from '../../engine/ports/bigcommerce';
import { createHttpClient, type HttpClientOptions } from '../http/create-http-client';
import { createLanes, type Lanes } from '../http/lanes';
import { createPictureFetch } from '../http/picture-fetch';
import { createBigCommerceApi } from './bigcommerce-api';
import { createCatalogue } from './create-catalogue';
import { createCustomers } from './create-customers';
import { createInventory } from './create-inventory';
import { createOrders } from './create-orders';
import { createProducts } from './create-products';
import { createStore } from './create-store';
import { reasonFromAnswer } from './reason-from-answer';

export interface BigCommerceOptions extends Omit<HttpClientOptions, 'side' | 'baseUrl' | 'reasonOf' | 'hasAccess'> {
  /** `https://api.bigcommerce.com`, or whatever stands in for it. */
  apiUrl: string;
  storeHash: StoreHash;
  accessToken: string;
  /** Stands in each order that we create (`external_source`), as the marketplace asks. */
  appId: string;
  /** Shared by all that call for this store, like the pacer; own ones where nobody else does. */
  lanes?: Lanes;
}

/** BigCommerce's REST and GraphQL APIs for one store. */
export const createBigCommerce = ({ apiUrl, storeHash, accessToken, appId, lanes = createLanes(), ...http }: BigCommerceOptions): BigCommerce => {
  const baseUrl = `${apiUrl.replace(/\/+$/, '')}/stores/${storeHash}`;
  const client = createHttpClient({ ...http, side: 'bigcommerce', baseUrl, reasonOf: reasonFromAnswer });
  const api = createBigCommerceApi(client, { accessToken, lanes });
  return {
    orders: createOrders(api, appId),
    customers: createCustomers(api),
    products: createProducts(api),
    catalogue: createCatalogue(api, createPictureFetch({ transport: http.transport, vendorUrl: apiUrl })),
    inventory: createInventory(api),
    store: createStore(api, http.clock),
  };
};
