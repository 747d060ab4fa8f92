import { HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { explainProblem } from '../../../domain/problems';
import { type CandidateFacts, onlyCandidate } from '../../../domain/rules/catalogue/only-candidate';
import type { Tables } from '../../ports/tables';
import { linkByHand } from './product-decisions';

/**
 * Links each of these with its only candidate in BigCommerce, inside a transaction of the caller's. Answers why not for
 * those that it was not done for; what is linked by now or was never seen is in neither list.
 */
export const linkCandidates = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now }: { hikeIds: readonly HikeProductId[]; now: Instant },
): Promise<{ linked: HikeProductId[]; refused: { hikeId: HikeProductId; sentence: string }[] }> => {
  const linkedAlready = await linkedAmong(tables, storeHash, hikeIds);
  const seen = (await tables.hikeProducts.findMany(storeHash, hikeIds)).filter(({ product }) => !linkedAlready.has(product.id));
  const factsOf = await readFacts(tables, storeHash, [...new Set(seen.flatMap(({ plan }) => (plan?.candidates ?? []).map(({ productId }) => ProductId.parse(productId))))]);
  const linked: HikeProductId[] = [];
  const refused: { hikeId: HikeProductId; sentence: string }[] = [];
  for (const { product: { id: hikeId, name }, plan } of seen) {
    const choice = onlyCandidate(name, plan?.candidates ?? [], (productId) => factsOf(hikeId, productId));
    const reason = choice.kind === 'refused' ? choice.sentence : await link(tables, storeHash, { hikeId, productId: ProductId.parse(choice.productId), now });
    if (reason === null) linked.push(hikeId);
    else refused.push({ hikeId, sentence: reason });
  }
  return { linked, refused };
};

const link = async (tables: Tables, storeHash: StoreHash, pair: Parameters<typeof linkByHand>[2]): Promise<string | null> => {
  const reason = await linkByHand(tables, storeHash, pair);
  return reason === null ? null : explainProblem(reason).sentence;
};

const linkedAmong = async (tables: Tables, storeHash: StoreHash, hikeIds: readonly HikeProductId[]): Promise<Set<HikeProductId>> =>
  new Set((await tables.links.findByHike(storeHash, 'product', hikeIds.map(String))).map(({ hikeId }) => HikeProductId.parse(Number(hikeId))));

/** Whoever else wants a candidate may stand on another page, or come in a later part. */
const readFacts = async (tables: Tables, storeHash: StoreHash, productIds: readonly ProductId[]): Promise<(hikeId: HikeProductId, productId: number) => CandidateFacts> => {
  const wanting = await tables.hikeProducts.listWanting(storeHash, productIds);
  const wantingIds = [...new Set(wanting.map(({ hikeId }) => hikeId))];
  const settled = await linkedAmong(tables, storeHash, wantingIds);
  const names = new Map((await tables.hikeProducts.findMany(storeHash, wantingIds)).map(({ product }) => [product.id, product.name]));
  const taken = new Set((await tables.links.findByBigCommerce(storeHash, 'product', productIds.map(String))).map(({ bigcommerceId }) => Number(bigcommerceId)));
  const aside = new Set<number>((await tables.storeProducts.findMany(storeHash, productIds)).flatMap(({ product, standing }) => (standing === 'ignored' ? [product.id] : [])));
  return (hikeId, productId) => ({
    wantedBy: wanting.filter((one) => one.productId === productId && one.hikeId !== hikeId && !settled.has(one.hikeId)).map((one) => names.get(one.hikeId) ?? String(one.hikeId)),
    isTaken: taken.has(productId),
    isAside: aside.has(productId),
  });
};
