import type { Shop } from './shop.ts';

/** Ids start far apart per kind, so that an id of the wrong kind never happens to exist. */
const FIRST_IDS = {
  outlet: 11,
  tax: 41,
  brand: 61,
  productType: 81,
  supplier: 101,
  user: 151,
  register: 201,
  closure: 301,
  customerGroup: 501,
  paymentType: 3001,
  customer: 5001,
  address: 7001,
  sale: 20_001,
  saleLine: 400_001,
  salePayment: 600_001,
  product: 81_001,
  image: 900_001,
} as const;

export type IdKind = keyof typeof FIRST_IDS;

export interface Grant {
  shopId: string;
  clientId: string;
}

export interface CodeGrant extends Grant {
  redirectUri: string;
  expiresAt: number;
}

export interface AccessGrant extends Grant {
  expiresAt: number;
}

interface Kept {
  shops: Shop[];
  nextIds: Record<IdKind, number>;
  codes: Record<string, CodeGrant>;
  accessTokens: Record<string, AccessGrant>;
  refreshTokens: Record<string, Grant>;
  /** Times of the calls of the last 24 hours, per shop and app. */
  calls: Record<string, number[]>;
}

function nothing(): Kept {
  return { shops: [], nextIds: { ...FIRST_IDS }, codes: {}, accessTokens: {}, refreshTokens: {}, calls: {} };
}

/** All that the imitated Hike knows, as plain JSON. Ids are unique across shops, as in any multi-tenant database. */
export class HikeState {
  #kept = nothing();
  /** Where this Hike is reached, for the addresses of images. Known once its server is up. */
  readonly publicUrl: () => string;

  constructor(publicUrl: () => string = () => '') {
    this.publicUrl = publicUrl;
  }

  get shops(): Shop[] {
    return this.#kept.shops;
  }

  get codes(): Record<string, CodeGrant> {
    return this.#kept.codes;
  }

  get accessTokens(): Record<string, AccessGrant> {
    return this.#kept.accessTokens;
  }

  get refreshTokens(): Record<string, Grant> {
    return this.#kept.refreshTokens;
  }

  get calls(): Record<string, number[]> {
    return this.#kept.calls;
  }

  nextId(kind: IdKind): number {
    const id = this.#kept.nextIds[kind];
    this.#kept.nextIds[kind] += 1;
    return id;
  }

  findShop(id: string): Shop | undefined {
    return this.shops.find((shop) => shop.id === id);
  }

  /** Adds a shop, or puts it in the place of the one with its id. */
  putShop(shop: Shop): void {
    const index = this.shops.findIndex((other) => other.id === shop.id);
    if (index < 0) this.shops.push(shop);
    else this.shops[index] = shop;
  }

  forgetCalls(shopId: string): void {
    for (const key of Object.keys(this.calls)) if (key.startsWith(`${shopId} `)) delete this.calls[key];
  }

  snapshot(): unknown {
    return structuredClone(this.#kept);
  }

  restore(snapshot: unknown): void {
    const kept = structuredClone(snapshot) as Partial<Kept>;
    // What was kept before images, composites and a kind of id existed does without them.
    for (const shop of kept.shops ?? []) shop.products = shop.products.map((row) => ({ ...row, images: row.images ?? [], components: row.components ?? [] }));
    this.#kept = { ...nothing(), ...kept, nextIds: { ...FIRST_IDS, ...kept.nextIds } };
  }

  clear(): void {
    this.#kept = nothing();
  }
}
