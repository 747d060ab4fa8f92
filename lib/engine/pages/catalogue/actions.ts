import { HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { explainProblem, problem } from '../../../domain/problems';
import type { ProductAction, ProductActionAnswer } from '../../../domain/views/product-views';
import { askForDryRun, cancelCatalogue, pauseReading, startCatalogue } from '../../jobs/catalogue/catalogue-run-steps';
import { applyHeld, discardHeld } from '../../jobs/catalogue/holds';
import { decideRemoval, ignoreProducts, ignoreStoreProducts, linkByHand, retryProducts, sendToHike, unlinkByHand } from '../../jobs/catalogue/product-decisions';
import type { Tables } from '../../ports/tables';
import { type PageDeps, readStoreState } from '../page-deps';
import { whyBlocked } from '../why-blocked';
import { hikeKey, type ProductKeys, readKeys, storeKey } from './product-keys';

type Answer = ProductActionAnswer;

/** What a person does about products, in one transaction; the pump is woken with it. */
export const actOnProducts = async (deps: PageDeps, storeHash: StoreHash, action: ProductAction): Promise<Answer> => {
  const blocked = whyBlocked(await readStoreState(deps, storeHash), 'products');
  if (blocked !== null && (action.action === 'dry-run' || action.action === 'start' || action.action === 'apply')) return refusal(explainProblem(blocked).sentence);
  return deps.database.transaction('products-acted-on', async (tables) => {
    const answer = await act(tables, storeHash, { action, now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
    return answer;
  });
};

const DONE: Answer = { done: 1, notDone: [] };

const NOTHING_WAITS = 'No changes wait for you any more. Look at the page again.';

const refusal = (sentence: string, key = ''): Answer => ({ done: 0, notDone: [{ key, sentence }] });

interface Act<Action> {
  action: Action;
  now: Instant;
}

const act = async (tables: Tables, storeHash: StoreHash, { action, now }: Act<ProductAction>): Promise<Answer> => {
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
      return answerOf(action, await actOnMany(tables, storeHash, { action, now }));
  }
};

type ActionOnMany = Extract<ProductAction, { keys: string[] }>;

const actOnMany = async (tables: Tables, storeHash: StoreHash, { action, now }: Act<ActionOnMany>): Promise<string[]> => {
  const { hikeIds, productIds }: ProductKeys = readKeys(action.keys);
  const ours = { hikeIds, now };
  switch (action.action) {
    case 'unlink':
      return (await unlinkByHand(tables, storeHash, ours)).map(hikeKey);
    case 'ignore':
    case 'unignore': {
      const isIgnored = action.action === 'ignore';
      const fromHike = await ignoreProducts(tables, storeHash, { ...ours, isIgnored });
      const fromStore = await ignoreStoreProducts(tables, storeHash, { productIds, isIgnored });
      return [...fromHike.map(hikeKey), ...fromStore.map(storeKey)];
    }
    case 'retry':
      return (await retryProducts(tables, storeHash, ours)).map(hikeKey);
    case 'hide':
    case 'delete':
    case 'keep':
      return (await decideRemoval(tables, storeHash, { ...ours, removal: action.action })).map(hikeKey);
    case 'send-to-hike':
      return (await sendToHike(tables, storeHash, { productIds, now })).map(storeKey);
    default:
      return action satisfies never;
  }
};

const answerOf = ({ keys }: ActionOnMany, done: readonly string[]): Answer => ({
  done: done.length,
  notDone: keys.filter((key) => !done.includes(key)).map((key) => ({ key, sentence: 'This product has changed meanwhile. Look at it again.' })),
});
