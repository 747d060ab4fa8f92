import { Hono } from 'hono';
import { notFound } from '../api-refusal.ts';
import type { Currency, Store, TaxClass } from '../model/store.ts';
import { cutPage } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, v2List, type ApiEnv } from './api-env.ts';

const FORMAT = { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' };

const FEATURES = {
  stencil_enabled: true,
  sitewidehttps_enabled: true,
  facebook_catalog_id: '',
  checkout_type: 'optimized',
  wishlists_enabled: true,
  graphql_storefront_api_enabled: true,
  shopper_consent_tracking_enabled: false,
  multi_storefront_enabled: false,
  storefront_limits: { active: 1, total_including_inactive: 1 },
};

/** How the store writes money, weights and lengths; the same in all worlds. */
const FORMATS = {
  language: 'en',
  decimal_separator: '.',
  thousands_separator: ',',
  decimal_places: 2,
  currency_symbol_location: 'left',
  weight_units: 'KGS',
  dimension_units: 'Centimeters',
  dimension_decimal_places: 2,
  dimension_decimal_token: '.',
  dimension_thousands_token: ',',
};

function storeView(store: Store, publicUrl: string) {
  const { settings } = store;
  const owner = store.users.find((user) => user.owner);
  const [firstName = '', ...rest] = (owner?.name ?? '').split(' ');
  return {
    id: store.hash,
    account_uuid: store.accountUuid,
    domain: `store-${store.hash}.example.com`,
    secure_url: `https://store-${store.hash}.example.com`,
    // The live service answers https://store-{hash}.mybigcommerce.com here.
    control_panel_base_url: `${publicUrl}/store-${store.hash}`,
    status: 'live',
    name: settings.name,
    first_name: firstName,
    last_name: rest.join(' '),
    address: '12 Harbour Street',
    country: settings.country,
    country_code: settings.countryCode,
    infrastructure_region: 'us-central1',
    phone: '555-0100',
    admin_email: owner?.email ?? '',
    order_email: `orders@store-${store.hash}.example.com`,
    favicon_url: '',
    timezone: { name: settings.timezone, raw_offset: settings.rawOffset, dst_offset: settings.dstOffset, dst_correction: true, date_format: FORMAT },
    ...FORMATS,
    currency: settings.currency,
    currency_symbol: settings.currencySymbol,
    plan_name: settings.planName,
    plan_level: settings.planName,
    plan_is_trial: false,
    industry: 'Retail',
    logo: [],
    is_price_entered_with_tax: settings.priceEnteredWithTax,
    store_id: store.storeId,
    default_channel_id: 1,
    default_site_id: 1000,
    active_comparison_modules: [],
    features: FEATURES,
  };
}

const SINCE = '2024-01-15T00:00:00+00:00';

function taxClassView(taxClass: TaxClass) {
  return { id: String(taxClass.id), name: taxClass.name, created_at: SINCE, updated_at: SINCE };
}

function currencyView(currency: Currency) {
  return {
    id: currency.id,
    is_default: currency.isDefault,
    country_iso2: currency.countryIso2,
    default_for_country_codes: [],
    currency_code: currency.code,
    currency_exchange_rate: currency.rate.toFixed(10),
    auto_update: false,
    token_location: 'left',
    token: currency.symbol,
    decimal_token: '.',
    thousands_token: ',',
    decimal_places: currency.decimals,
    name: currency.name,
    enabled: true,
    is_transactional: currency.isTransactional,
    use_default_name: true,
    last_updated: SINCE,
  };
}

/** The store's facts: information, time, tax classes, currencies, payment methods. */
export function v2Store(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/store', (context) => context.json(storeView(context.var.store, platform.publicUrl())));
  app.get('/time', (context) => context.json({ time: Math.floor(platform.core.clock.now().getTime() / 1000) }));
  app.get('/tax_classes', (context) => v2List(context, cutPage(context.var.store.taxClasses, context.req.query()).items.map(taxClassView)));
  app.get('/tax_classes/:id', (context) => {
    const taxClass = context.var.store.taxClasses.find((candidate) => candidate.id === idParam(context, 'id'));
    if (!taxClass) throw notFound();
    return context.json(taxClassView(taxClass));
  });
  app.get('/currencies', (context) => v2List(context, cutPage(context.var.store.currencies, context.req.query()).items.map(currencyView)));
  app.get('/currencies/:id', (context) => {
    const currency = context.var.store.currencies.find((candidate) => candidate.id === idParam(context, 'id'));
    if (!currency) throw notFound();
    return context.json(currencyView(currency));
  });
  app.get('/payments/methods', (context) =>
    v2List(context, context.var.store.paymentMethods.map((method) => ({ code: method.code, name: method.name, test_mode: method.testMode }))),
  );
  return app;
}
