/** A line of a sale, as `sales/get_all` gives it (the reference's worked example). */
const saleLine = {
  invoiceItemType: 0, invoiceItemValue: 812, title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, retailPrice: 22, soldPrice: 22,
  totalAmount: 44, taxExclusiveTotalAmount: 40, effectiveAmount: 44, taxId: 2, taxRate: 10, taxAmount: 4,
};

export const saleSample = {
  id: 71, number: 'T1-1042', status: 'Completed', transactionDate: '2026-01-15T03:20:00Z', creationTime: '2026-01-15T03:20:01.1234567', lastModificationTime: '2026-01-15T04:00:00',
  outletId: 1, registerId: 5, customerId: 51, customerName: 'Ana Diaz', taxInclusive: true, currency: 'AUD', discountIsAsPercentage: true, discountValue: 0, subTotal: 40,
  totalDiscount: 0, totalTip: 0, totalShippingCost: 11, shippingTaxAmount: 1, roundingAmount: 0, totalTax: 5, netAmount: 55, totalPaid: 55, note: '', referenceInvoiceId: null,
  invoiceFrom: 1, doNotUpdateInvenotry: false, invoiceLineItems: [saleLine, { ...saleLine, quantity: '-0.35', totalAmount: '-7.70', taxAmount: null }],
  invoicePayments: [{ paymentOptionId: 8, paymentOptionName: 'Cash', paymentOptionType: 1, amount: 55, isPaid: true, isDeleted: false }],
};

const outletSample = { outlet_id: 1, cost_price: 9, price_ex_tax: 20, tax_id: 2, price_inc_tax: 22, on_hand_inventory: 14, reserved_inventory: '2.5', available_inventory: null };
const imageSample = { primary_pic_Id: 7, is_primary: true, image_url: '', '500_thumbnail': 'https://cdn.example/tote-500.png', '240_thumbnail': '', '50_thumbnail': null };

export const hikeProductSample = {
  id: 812, parentId: 0, name: 'Canvas tote', sku: ' TOTE-01', barcode: '9300000000017', description: '<p>Heavy cotton</p>', bran_name: 'Acme', brand_name: '', has_variants: true,
  track_inventory: true, continue_selling_no_inventory: false, isActive: true, last_modified: '2026-01-15T03:20:00.1234567', meta_title: 'Tote', meta_desc: null, meta_keywords: 'tote, bag',
  product_type: [{ type_id: 3, type_name: 'Bags' }], sales_channels: [{ sales_channels: '1' }, '2'], product_tags: [{ name: 'summer' }, 'bags'], product_attributes: [{ attribute_name: 'Size' }],
  product_outlets: [outletSample], additional_images: [imageSample],
  product_variants: [
    { prod_variant_id: 813, variant_name: 'Small', sku: 'TOTE-S', barcode: '', variant_outlets: [outletSample], variant_sub_values: [{ variant_sub_value_name: 'S' }], variant_images: [imageSample] },
  ],
};

export const childProductSample = { ...hikeProductSample, id: 813, parentId: 812, has_variants: false, product_variants: [] };

export const hikeCustomerSample = {
  id: 51, first_name: 'Ana', last_name: 'Diaz', email: ' ana@example.com', phone: '0400 000 000', company_name: null,
  billing_address: { address1: '1 George St', address2: '', city: 'Sydney', state: 'NSW', postcode: 2000, country_code: 'AU', country_name: 'Australia' },
};

export const outletsSample = { items: [{ id: 1, title: 'Main', isActive: true }], next: null };
export const registersSample = { items: [{ id: 5, name: 'Online', outletID: 1, isActive: true }], next: null };
export const paymentTypesSample = { items: [{ id: 8, payment_name: 'Cash', payment_option_type: 1, isActive: true }], next: null };
export const taxesSample = { items: [{ id: 2, name: 'GST', rate: '10.0', isActive: true }], next: null };
export const hikeTokensSample = { access_token: 'access-1', refresh_token: 'refresh-1', expires_in: 604_800, token_type: 'bearer' };

/** Every shape in which Hike was seen, or said, to refuse. */
export const hikeRefusalSamples = [
  { errors: [{ field: 'name', message: 'is required' }, 'also this'], message: 'Unprocessable' },
  { errors: { name: ['is required', 'is short'], sku: 'taken' } },
  { error: { message: 'Refused', details: 'Because', validationErrors: [{ field: 'a', message: 'b' }] } },
  { error: 'invalid_grant', error_description: 'The token is spent' },
];
