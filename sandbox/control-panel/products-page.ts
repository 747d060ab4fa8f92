import { html } from 'hono/html';
import { catalogueIndex } from '../bigcommerce/catalogue/catalogue-index.ts';
import { productLevel, variantsOf } from '../bigcommerce/catalogue/stock.ts';
import { imageAddress } from '../bigcommerce/images/image-file.ts';
import type { Product, Store } from '../bigcommerce/model/store.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';

const PER_PAGE = 50;

export function priceOf(store: Store, amount: number): string {
  return new Intl.NumberFormat('en-AU', { style: 'currency', currency: store.settings.currency }).format(amount);
}

export function thumbnailOf(origin: string, store: Store, product: Product): Markup {
  const image = product.images.find((candidate) => candidate.isThumbnail) ?? product.images[0];
  if (!image) return html`<span class="thumb"></span>`;
  return html`<img class="thumb" alt="" loading="lazy" src="${imageAddress(origin, store, { productId: product.id, image, size: 'thumbnail' })}">`;
}

export function stockOf(store: Store, product: Product): string {
  return product.fields.inventory_tracking === 'none' ? 'Not tracked' : String(productLevel(store, product));
}

function row(store: Store, product: Product, origin: string): Markup {
  const variants = variantsOf(store, product.id).filter((variant) => variant.optionValues.length > 0).length;
  return html`<tr><td>${thumbnailOf(origin, store, product)}</td><td><a href="${panelBase(store)}/manage/products/${product.id}">${product.fields.name}</a>${variants > 0 ? html` <span class="quiet">${variants} variants</span>` : ''}</td>
<td data-label="SKU">${product.fields.sku || '-'}</td><td class="right" data-label="Price">${priceOf(store, product.fields.price)}</td><td class="right" data-label="Stock">${stockOf(store, product)}</td>
<td data-label="Visible">${product.fields['is_visible'] === false ? 'No' : 'Yes'}</td></tr>`;
}

function matching(store: Store, search: string): Product[] {
  const wanted = search.trim().toLowerCase();
  const { products } = catalogueIndex(store);
  if (wanted === '') return products.toReversed();
  const found = (product: Product) => [product.fields.name, product.fields.sku, ...variantsOf(store, product.id).map((variant) => variant.sku)].some((text) => text.toLowerCase().includes(wanted));
  return products.filter(found).toReversed();
}

/** The products of the store, the newest first. */
export function productsPage(viewer: Viewer, options: { search: string; page: number; origin: string }): Markup {
  const { store } = viewer;
  const { search, page, origin } = options;
  const base = `${panelBase(store)}/manage/products`;
  const all = matching(store, search);
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const more = all.length > page * PER_PAGE;
  const next = new URLSearchParams({ search, page: String(page + 1) }).toString();
  const content = html`<div class="head"><h1>Products</h1><form method="get" action="${base}" class="row"><input name="search" type="search" aria-label="Name or SKU" placeholder="Name or SKU" value="${search}"><button>Search</button></form></div>
<p class="quiet">${all.length} ${all.length === 1 ? 'product' : 'products'}</p>
${shown.length === 0 ? html`<p class="card">No products here.</p>` : html`<table class="stack"><thead><tr><th><span class="quiet">Image</span></th><th>Name</th><th>SKU</th><th class="right">Price</th><th class="right">Stock</th><th>Visible</th></tr></thead>
<tbody>${shown.map((product) => row(store, product, origin))}</tbody></table>`}
${more ? html`<p><a href="${base}?${next}">More products</a></p>` : ''}`;
  return panelPage(viewer, { title: 'Products', path: '/manage/products', content });
}
