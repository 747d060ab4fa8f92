import { HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { explainProblem, isProblem, problem } from '../../../domain/problems';
import type { ProductAction, ProductActionAnswer } from '../../../domain/views/product-views';
import { askForDryRun, cancelCatalogue, pauseReading, startCatalogue } from '../../jobs/catalogue/catalogue-run-steps';
import { applyHeld, discardHeld } from '../../jobs/catalogue/holds';
import { linkCandidates } from '../../jobs/catalogue/link-candidates';
import { decideRemoval, ignoreProducts, ignoreStoreProducts, linkByHand, retryProducts, sendToHike, unlinkByHand } from '../../jobs/catalogue/product-decisions';
import type { Tables } from '../../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import { whyBlocked } from '../why-blocked';
import { partOfTab } from './part-of-tab';
import { hikeKey, type ProductKeys, readKeys, storeKey } from './product-keys';
import { createToHikeDrafts } from './to-hike-drafts';

type Answer = ProductActionAnswer;

/** What a person does about products, in one transaction; the pump is woken with it. */
export const actOnProducts = async (deps: PageDeps, storeHash: StoreHash, action: ProductAction): Promise<Answer> => {
  if ('all' in action) return actOnPart(deps, storeHash, action);
  const blocked = whyBlocked(await readStoreState(deps, storeHash), 'products');
  if (blocked !== null && (action.action === 'dry-run' || action.action === 'start' || action.action === 'apply')) return refusal(explainProblem(blocked).sentence);
  return deps.database.transaction('products-acted-on', async (tables) => {
    const answer = await act(tables, storeHash, { action, now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
    return answer;
  });
};

type ActionOnAll = Extract<ProductAction, { all: unknown }>;
type ActionAtOnce = Exclude<ProductAction, ActionOnAll>;

/** One part of all that a tab holds; the page asks for the next. What the rows would not offer is passed over. */
const actOnPart = async (deps: PageDeps, storeHash: StoreHash, { action, all }: ActionOnAll): Promise<Answer> => {
  const state = await readStoreState(deps, storeHash);
  const { keys, next } = await partOfTab(deps.database.tables, state, { ...all, verb: action });
  const possible = action === 'send-to-hike' ? await keysThatHikeTakes(deps, state, keys) : keys;
  const { done, notDone } = possible.length === 0 ? NOTHING : await actOnProducts(deps, storeHash, { action, keys: possible });
  return { done, notDone, next };
};

/** Those that the preview has counted as possible. */
const keysThatHikeTakes = async (deps: PageDeps, state: StoreState, keys: readonly string[]): Promise<string[]> => {
  const found = await deps.database.tables.storeProducts.findMany(state.store.hash, readKeys(keys).productIds);
  const drafts = await createToHikeDrafts(deps, state)(found.map(({ product }) => product));
  return drafts.flatMap(({ product, draft }) => (isProblem(draft) ? [] : [storeKey(product.id)]));
};

const DONE: Answer = { done: 1, notDone: [], next: null };
const NOTHING: Answer = { done: 0, notDone: [], next: null };

const refusal = (sentence: string, key = ''): Answer => ({ ...NOTHING, notDone: [{ key, sentence }] });

const NOTHING_WAITS = 'No changes wait for you any more. Look at the page again.';

interface Act<Action> {
  action: Action;
  now: Instant;
}

const act = async (tables: Tables, storeHash: StoreHash, { action, now }: Act<ActionAtOnce>): Promise<Answer> => {
  switch (action.action) {
    case 'dry-run':
      return (await askForDryRun(tables, storeHash, now)) ? DONE : refusal('Products are being written just now. Wait for the end, or pause first.');
    case 'start':
      return (await startCatalogue(tables, storeHash, now)) === 'not-compared' ? refusal(explainProblem(problem('products-not-started')).remedy) : DONE;
    case 'cancel':
      await cancelCatalogue(tables, storeHash, now);
      return DONE;
    case 'pause-reading':
    case 'resume-reading':
      await pauseReading(tables, storeHash, { isPaused: action.action === 'pause-reading', now });
      return DONE;
    case 'apply':
      return (await applyHeld(tables, storeHash, now)) ? DONE : refusal(NOTHING_WAITS);
    case 'discard':
      return (await discardHeld(tables, storeHash, now)) ? DONE : refusal(NOTHING_WAITS);
    case 'link': {
      const link = { hikeId: HikeProductId.parse(action.hikeId), productId: ProductId.parse(action.productId), now };
      const reason = await linkByHand(tables, storeHash, link);
      return reason === null ? DONE : refusal(explainProblem(reason).sentence, hikeKey(link.hikeId));
    }
    default:
      return answerOf(action.keys, await actOnMany(tables, storeHash, { action, now }));
  }
};

type ActionOnMany = Extract<ActionAtOnce, { keys: string[] }>;

interface Done {
  done: string[];
  /** Why not, for some of the others. */
  why?: ReadonlyMap<string, string>;
}

const actOnMany = async (tables: Tables, storeHash: StoreHash, { action, now }: Act<ActionOnMany>): Promise<Done> => {
  const { hikeIds, productIds }: ProductKeys = readKeys(action.keys);
  const ours = { hikeIds, now };
  switch (action.action) {
    case 'link-candidate': {
      const { linked, refused } = await linkCandidates(tables, storeHash, ours);
      return { done: linked.map(hikeKey), why: new Map(refused.map(({ hikeId, sentence }) => [hikeKey(hikeId), sentence])) };
    }
    case 'unlink':
      return { done: (await unlinkByHand(tables, storeHash, ours)).map(hikeKey) };
    case 'ignore':
    case 'unignore': {
      const isIgnored = action.action === 'ignore';
      const fromHike = await ignoreProducts(tables, storeHash, { ...ours, isIgnored });
      const fromStore = await ignoreStoreProducts(tables, storeHash, { productIds, isIgnored });
      return { done: [...fromHike.map(hikeKey), ...fromStore.map(storeKey)] };
    }
    case 'retry':
      return { done: (await retryProducts(tables, storeHash, ours)).map(hikeKey) };
    case 'hide':
    case 'delete':
    case 'keep':
      return { done: (await decideRemoval(tables, storeHash, { ...ours, removal: action.action })).map(hikeKey) };
    case 'send-to-hike':
      return { done: (await sendToHike(tables, storeHash, { productIds, now })).map(storeKey) };
    default:
      return action.action satisfies never;
  }
};

const CHANGED = 'This product has changed meanwhile. Look at it again.';

const answerOf = (keys: readonly string[], { done, why }: Done): Answer => ({
  done: done.length,
  notDone: keys.filter((key) => !done.includes(key)).map((key) => ({ key, sentence: why?.get(key) ?? CHANGED })),
  next: null,
});
