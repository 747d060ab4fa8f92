import type { BigCommerce } from '../../ports/bigcommerce';
import type { Hike } from '../../ports/hike';
import type { Mail } from '../../ports/mail';
import type { BigCommerceOAuth, HikeOAuth } from '../../ports/oauth';

type CallsOf<Side extends string, Port> = { [Room in keyof Port & string]: `${Side}.${Room}.${keyof Port[Room] & string}` }[keyof Port & string];

/** `authorizeUrl` only says where a person goes. */
export type OutwardCall =
  | CallsOf<'bigcommerce', BigCommerce>
  | CallsOf<'hike', Hike>
  | `bigcommerceOAuth.${keyof BigCommerceOAuth & string}`
  | `hikeOAuth.${Exclude<keyof HikeOAuth & string, 'authorizeUrl'>}`
  | `mail.${keyof Mail & string}`;

/**
 * Every call that leaves the house, by the method of the port: where a process may die between sending and knowing. A
 * method that is missing here does not compile.
 */
const CALLS: Record<OutwardCall, true> = {
  'bigcommerce.orders.listModifiedSince': true,
  'bigcommerce.orders.listArchivedSince': true,
  'bigcommerce.orders.listByIds': true,
  'bigcommerce.orders.listBySale': true,
  'bigcommerce.orders.create': true,
  'bigcommerce.orders.update': true,
  'bigcommerce.customers.findByEmail': true,
  'bigcommerce.customers.listByEmails': true,
  'bigcommerce.customers.create': true,
  'bigcommerce.customers.createMany': true,
  'bigcommerce.customers.updateMany': true,
  'bigcommerce.products.listBySku': true,
  'bigcommerce.products.listTaxClasses': true,
  'bigcommerce.catalogue.listProducts': true,
  'bigcommerce.catalogue.listModifiedSince': true,
  'bigcommerce.catalogue.listByIds': true,
  'bigcommerce.catalogue.exists': true,
  'bigcommerce.catalogue.findByName': true,
  'bigcommerce.catalogue.findBySku': true,
  'bigcommerce.catalogue.hasModifiers': true,
  'bigcommerce.catalogue.create': true,
  'bigcommerce.catalogue.update': true,
  'bigcommerce.catalogue.updateVariants': true,
  'bigcommerce.catalogue.addVariant': true,
  'bigcommerce.catalogue.deleteVariant': true,
  'bigcommerce.catalogue.delete': true,
  'bigcommerce.catalogue.listCategories': true,
  'bigcommerce.catalogue.createCategory': true,
  'bigcommerce.catalogue.listImages': true,
  'bigcommerce.catalogue.fetchImage': true,
  'bigcommerce.catalogue.addImage': true,
  'bigcommerce.catalogue.changeImage': true,
  'bigcommerce.catalogue.deleteImage': true,
  'bigcommerce.catalogue.assignToDefaultChannel': true,
  'bigcommerce.inventory.listLevels': true,
  'bigcommerce.inventory.listAllLevels': true,
  'bigcommerce.inventory.setLevels': true,
  'bigcommerce.store.probe': true,
  'bigcommerce.store.getProfile': true,
  'bigcommerce.store.reconcileHooks': true,
  'bigcommerce.store.reconcileExtensions': true,
  'hike.sales.listByDate': true,
  'hike.sales.create': true,
  'hike.sales.changeStatus': true,
  'hike.products.listBySku': true,
  'hike.products.listChanged': true,
  'hike.products.find': true,
  'hike.products.create': true,
  'hike.customers.listByEmail': true,
  'hike.customers.find': true,
  'hike.customers.create': true,
  'hike.customers.listChanged': true,
  'hike.images.fetch': true,
  'hike.shop.probe': true,
  'hike.shop.getLists': true,
  'bigcommerceOAuth.redeem': true,
  'hikeOAuth.redeem': true,
  'hikeOAuth.refresh': true,
  'mail.send': true,
};

export const OUTWARD_CALLS = Object.keys(CALLS) as OutwardCall[];
