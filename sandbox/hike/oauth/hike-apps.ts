/** An application registered with the vendor: its App Id, App Secret and, if it names any, its Return URIs. */
export interface HikeApp {
  clientId: string;
  clientSecret: string;
  name: string;
  returnUris?: string[] | undefined;
}
