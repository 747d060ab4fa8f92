/** A page below the control panel's `/manage`; BigCommerce tells the base with or without it. */
export const controlPanelPage = (controlPanelUrl: string | null, page: string): string | null =>
  controlPanelUrl === null ? null : `${controlPanelUrl.replace(/\/+$/, '').replace(/\/manage$/, '')}/manage/${page}`;
