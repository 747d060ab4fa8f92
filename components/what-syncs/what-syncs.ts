export interface SyncedThing {
  thing: string;
  way: string;
  when: string;
  rule: string;
}

const TO_HIKE = 'BigCommerce to Hike';
const TO_BIGCOMMERCE = 'Hike to BigCommerce';

/** What works. The page promises nothing that the app does not do. */
export const SYNCED: readonly SyncedThing[] = [
  {
    thing: 'Products, variants, prices and pictures',
    way: TO_BIGCOMMERCE,
    when: 'By themselves, once you pressed Start after a dry run',
    rule: 'Those ticked for eCommerce in Hike. Matched by SKU, then by barcode, one to one or not at all. Per field you choose in Settings who decides; what is empty in Hike never replaces what is filled in BigCommerce. A variant’s first picture is shown when a shopper chooses it; all of them are also among the product’s pictures. BigCommerce cannot take a variant’s picture away: one that is gone from Hike gives way to the product’s main picture.',
  },
  {
    thing: 'Stock',
    way: TO_BIGCOMMERCE,
    when: 'By itself, soon after each change',
    rule: 'What is available in the chosen outlets, less units in orders that Hike has not heard of, less what you keep back; never below zero. Many counts falling to zero at once wait for you. Stock is never written into Hike.',
  },
  {
    thing: 'Customers',
    way: TO_BIGCOMMERCE,
    when: 'By themselves, when they are new or change',
    rule: 'Only with first name, last name and e-mail: found by e-mail, or created. Where several share the e-mail you are asked once. No mail is sent to them.',
  },
  {
    thing: 'Products gone from Hike',
    way: TO_BIGCOMMERCE,
    when: 'By hand, or by themselves as chosen in Settings',
    rule: 'Kept, hidden or deleted in BigCommerce; you are asked unless you choose otherwise. A product deleted in BigCommerce is not created again by itself.',
  },
  {
    thing: 'Products that are only in BigCommerce',
    way: TO_HIKE,
    when: 'By hand, once: “Send to Hike” at the match desk',
    rule: 'Created in Hike after a preview, then linked. Nothing that is in Hike already is changed.',
  },
  {
    thing: 'Orders',
    way: TO_HIKE,
    when: 'By hand: “Import to Hike”, one order or many',
    rule: 'Becomes a sale with the order’s own date, customer, lines, discounts, shipping, tax and payments. Its total equals the order’s to the cent, or it is not imported. An order is imported once, however often you press.',
  },
  {
    thing: 'Sales',
    way: TO_BIGCOMMERCE,
    when: 'By themselves, soon after each sale in Hike',
    rule: 'Becomes an order. A sale that came from BigCommerce is never sent back.',
  },
  {
    thing: 'Customers of orders',
    way: TO_HIKE,
    when: 'With the order',
    rule: 'Found in Hike by e-mail, or created there. Without an e-mail address or a full name the sale is a guest’s.',
  },
  {
    thing: 'Customers of sales',
    way: TO_BIGCOMMERCE,
    when: 'With the sale',
    rule: 'Only with first name, last name and e-mail address: found by e-mail, or created. Else no customer detail is sent, and the order is a guest’s.',
  },
  {
    thing: 'Later changes of sales',
    way: TO_BIGCOMMERCE,
    when: 'By themselves',
    rule: 'A lay-by, on-account or back order that is completed completes its order; a void cancels it; a refund is noted on the original order.',
  },
  {
    thing: 'Later changes of imported orders',
    way: TO_HIKE,
    when: 'By themselves, as chosen in Settings',
    rule: 'When the order is shipped or completed, its parked sale is completed. When it is cancelled or refunded, you are told; if you choose so in Settings, its parked sale is voided.',
  },
];

/** What people look for and do not find; `text` says why. */
export const NOT_SYNCED: readonly { thing: string; text: string }[] = [
  { thing: 'Changes to products and stock made in BigCommerce', text: 'They are not sent to Hike, the master of both. An imported order counts in Hike’s stock as any sale does.' },
  { thing: 'New customers of BigCommerce without an order', text: 'A customer reaches Hike with an order.' },
  { thing: 'Suppliers', text: 'BigCommerce has no suppliers.' },
  { thing: 'Purchase orders', text: 'BigCommerce has no purchase orders.' },
  { thing: 'Partly paid orders', text: 'Import the order once it is paid in full.' },
  { thing: 'Partly shipped orders', text: 'Import the order once it is shipped in full.' },
  { thing: 'Partly refunded orders', text: 'Hike has no partly refunded web sale. Record the order in Hike by hand.' },
];

export interface StatusPair {
  from: string;
  to: string;
}

export const SALE_BECOMES: readonly StatusPair[] = [
  { from: 'Completed', to: 'Completed' },
  { from: 'Lay-by, or any partly paid sale', to: 'Pending' },
  { from: 'On account', to: 'Pending' },
  { from: 'Back order', to: 'Pending' },
  { from: 'Voided', to: 'Cancelled' },
  { from: 'Refunded', to: 'The original order becomes Refunded or Partially Refunded, with the amounts in its staff notes' },
  { from: 'Exchange', to: 'What was taken becomes an order; what was given back is a refund of the original' },
  { from: 'Parked, or a quote', to: 'Not sent; the sync log says that it is left out by rule' },
];

export const ORDER_BECOMES: readonly StatusPair[] = [
  { from: 'Awaiting Fulfillment, Awaiting Shipment, Awaiting Pickup', to: 'Parked, fully paid' },
  { from: 'Shipped, Completed', to: 'Completed, or parked if you choose so in Settings' },
  { from: 'Partially Shipped, Partially Refunded', to: 'Not available: refused, with why' },
  {
    from: 'Incomplete, Pending, Awaiting Payment, Declined, Cancelled, Refunded, Disputed, Manual Verification Required',
    to: 'Cannot be imported: shown, with why',
  },
];
