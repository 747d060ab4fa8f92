import { controlPanelPage } from './control-panel-page';

/** An order in the control panel, or `null` before BigCommerce has told where that is. */
export const orderUrl = (controlPanelUrl: string | null, orderId: string | number): string | null => controlPanelPage(controlPanelUrl, `orders/${orderId}`);
