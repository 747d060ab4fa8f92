/** As much of `fetch` as the adapters use, so that a test can stand in for the network. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;
