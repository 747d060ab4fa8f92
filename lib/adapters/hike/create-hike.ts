import type { Hike } from '../../engine/ports/hike';
import { createHttpClient, type HttpClientOptions } from '../http/create-http-client';
import { createPictureFetch } from '../http/picture-fetch';
import { createHikeCustomers } from './create-hike-customers';
import { createHikeProducts } from './create-hike-products';
import { createHikeSales } from './create-hike-sales';
import { createHikeShop } from './create-hike-shop';
import { createHikeApi, type HikeAccess } from './hike-api';
import { reasonFromAnswer } from './reason-from-answer';

export interface HikeOptions extends Omit<HttpClientOptions, 'side' | 'baseUrl' | 'reasonOf' | 'hasAccess'> {
  /** `https://api.hikeup.com`, or whatever stands in for it. */
  url: string;
  access: HikeAccess;
}

/** Hike's public API for one shop. */
export const createHike = ({ url, access, ...http }: HikeOptions): Hike => {
  const client = createHttpClient({ ...http, side: 'hike', baseUrl: `${url.replace(/\/+$/, '')}/api/v1`, reasonOf: reasonFromAnswer });
  const api = createHikeApi(client, access);
  return {
    sales: createHikeSales(api),
    products: createHikeProducts(api),
    customers: createHikeCustomers(api),
    images: { fetch: createPictureFetch({ transport: http.transport, vendorUrl: url }) },
    shop: createHikeShop(api, http.clock),
  };
};
