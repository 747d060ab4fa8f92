/** Into the address, so that a reload or a link shows the same list; not into the history, where each tab would be a step back. */
export const keepInAddress = (query: string): void => window.history.replaceState(null, '', `${window.location.pathname}${query}`);
