import { controlPanelPage } from './control-panel-page';

/** A product in the control panel, or `null` before BigCommerce has told where that is. */
export const productUrl = (controlPanelUrl: string | null, productId: number): string | null => controlPanelPage(controlPanelUrl, `products/edit/${productId}`);
