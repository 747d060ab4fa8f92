/** An order or a product as it now is; its version stands in its total or price, and in its status. */
export interface Thing {
  kind: 'order' | 'product';
  id: number;
  version: number;
  /** Seconds; BigCommerce's own clock. */
  changedAt: number;
}
