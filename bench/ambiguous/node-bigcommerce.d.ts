/** The package has no types of its own. */
declare module 'node-bigcommerce' {
  class BigCommerce {
    constructor(config: { clientId: string; accessToken: string; storeHash: string });
    post(path: string, body: unknown): Promise<unknown>;
  }
  export = BigCommerce;
}
