/** On screen, in the browser's title, and nowhere abbreviated. */
export const APP_NAME = 'Hike POS for BigCommerce';
