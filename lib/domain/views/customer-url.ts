import { controlPanelPage } from './control-panel-page';

/** A customer in the control panel, or `null` before BigCommerce has told where that is. */
export const customerUrl = (controlPanelUrl: string | null, customerId: number): string | null => controlPanelPage(controlPanelUrl, `customers/${customerId}/edit`);
