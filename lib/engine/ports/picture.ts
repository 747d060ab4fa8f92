/** A picture's file, of a kind and size that BigCommerce takes. */
export interface Picture {
  bytes: Uint8Array;
  type: string;
}
