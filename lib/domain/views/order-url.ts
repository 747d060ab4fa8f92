/** An order in the control panel, or `null` before BigCommerce has told where that is. */
export const orderUrl = (controlPanelUrl: string | null, orderId: string | number): string | null =>
  controlPanelUrl === null ? null : `${controlPanelUrl.replace(/\/+$/, '').replace(/\/manage$/, '')}/manage/orders/${orderId}`;
