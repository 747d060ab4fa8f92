import { html } from 'hono/html';
import { levelSeen, stockIdOf, variantsOf } from '../bigcommerce/catalogue/stock.ts';
import { imageAddress } from '../bigcommerce/images/image-file.ts';
import type { Product, Store, Variant } from '../bigcommerce/model/store.ts';
import { day } from './orders-page.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';
import { priceOf, stockOf, thumbnailOf } from './products-page.ts';

function labelOf(product: Product, variant: Variant): string {
  const labels = variant.optionValues.flatMap((chosen) => product.options.find((option) => option.id === chosen.optionId)?.values.find((value) => value.id === chosen.id)?.label ?? []);
  return labels.length === 0 ? product.fields.name : labels.join(', ');
}

/** The variants whose stock is counted; a product that is tracked as a whole is counted once. */
export function countedVariants(store: Store, product: Product): Variant[] {
  const byStock = new Map(variantsOf(store, product.id).map((variant) => [stockIdOf(product, variant), variant]));
  return [...byStock.values()];
}

function stockTable(store: Store, product: Product): Markup {
  if (product.fields.inventory_tracking === 'none') return html`<p>The stock of this product is not tracked.</p>`;
  const locations = [...store.locations.values()];
  const cell = (variant: Variant) => (location: (typeof locations)[number]) =>
    html`<td class="right" data-label="${location.label}"><input type="number" name="stock-${variant.id}-${location.id}" min="0" value="${levelSeen(store, stockIdOf(product, variant), location.id).onHand}" aria-label="${variant.sku || product.fields.name} at ${location.label}"></td>`;
  return html`<table class="stack"><thead><tr><th>Variant</th><th>SKU</th>${locations.map((location) => html`<th class="right">${location.label}</th>`)}</tr></thead>
<tbody>${countedVariants(store, product).map((variant) => html`<tr><td>${labelOf(product, variant)}</td><td data-label="SKU">${variant.sku || '-'}</td>${locations.map(cell(variant))}</tr>`)}</tbody></table>`;
}

function pictures(store: Store, product: Product, origin: string): Markup {
  if (product.images.length === 0) return html`<p class="quiet">No images.</p>`;
  return html`<div class="pictures">${product.images.map((image, index) => html`<img alt="Image ${index + 1} of ${product.fields.name}" loading="lazy" src="${imageAddress(origin, store, { productId: product.id, image, size: 'standard' })}">`)}</div>`;
}

function facts(store: Store, product: Product): Markup {
  const rows: [string, string][] = [
    ['SKU', product.fields.sku || '-'],
    ['Barcode', String(product.fields['upc'] ?? '') || '-'],
    ['Brand', store.brands.get(product.fields.brand_id)?.name ?? '-'],
    ['Categories', product.fields.categories.map((id) => store.categories.get(id)?.name ?? `#${id}`).join(', ') || '-'],
    ['Sale price', Number(product.fields['sale_price'] ?? 0) > 0 ? priceOf(store, Number(product.fields['sale_price'])) : '-'],
    ['Retail price', Number(product.fields['retail_price'] ?? 0) > 0 ? priceOf(store, Number(product.fields['retail_price'])) : '-'],
    ['In stock', stockOf(store, product)],
    ['Changed', day(store, product.modified)],
  ];
  return html`<table><tbody>${rows.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`;
}

/** One product: the few things that a person changes here, and the rest as a sync has made it. */
export function productPage(viewer: Viewer, product: Product, more: { origin: string; notice?: string | undefined; problem?: string | undefined }): Markup {
  const { store } = viewer;
  const base = `${panelBase(store)}/manage/products`;
  const { fields } = product;
  const content = html`<div class="head"><div class="row">${thumbnailOf(more.origin, store, product)}<h1>${fields.name}</h1></div><a class="button" href="${base}">All products</a></div>
${more.notice === undefined ? '' : html`<p class="notice" role="status">${more.notice}</p>`}${more.problem === undefined ? '' : html`<p class="notice problem" role="alert">${more.problem}</p>`}
<form method="post" action="${base}/${product.id}"><fieldset><legend>Product</legend><div class="fields">
<label>Name <input name="name" required maxlength="250" value="${fields.name}"></label>
<label>Price in ${store.settings.currency} <input name="price" required inputmode="decimal" pattern="[0-9]+([.][0-9]+)?" value="${fields.price}"></label>
<label>Visible on the storefront <select name="visible"><option value="yes">Yes</option><option value="no" ${fields['is_visible'] === false ? 'selected' : ''}>No</option></select></label></div></fieldset>
<fieldset><legend>Stock</legend>${stockTable(store, product)}</fieldset>
<p><button class="main">Save</button></p></form>
<section class="card"><h2>Images</h2>${pictures(store, product, more.origin)}</section>
<section class="card"><h2>Details</h2>${facts(store, product)}</section>
<form method="post" action="${base}/${product.id}/delete"><button class="warn">Delete this product</button></form>`;
  return panelPage(viewer, { title: fields.name, path: '/manage/products', content });
}
