/** BigCommerce calls neither of these a payment method, yet both pay for orders, so both can be mapped. */
export const GIFT_CERTIFICATE_METHOD = 'Gift Certificate';
export const STORE_CREDIT_METHOD = 'Store Credit';
