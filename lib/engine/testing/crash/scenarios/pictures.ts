import { aHikeProduct } from '../../../../domain/testing/a-hike-product';
import { askForDryRun } from '../../../jobs/catalogue/catalogue-run-steps';
import { type CatalogueEngine, catalogueEngine } from '../../../jobs/catalogue/testing/catalogue-engine';
import { type Scenario, scenario } from '../scenario';
import { pass } from './acts';

type Spoilt = Partial<Record<'unreachable' | 'unwelcome', readonly string[]>>;

const addressOf = (key: string) => `https://pics.example/${key}.jpg`;
/** Too long for BigCommerce to fetch it by itself: it follows as a file. */
const longAddressOf = (key: string) => `https://pics.example/${key}${'x'.repeat(250)}.jpg`;

const show = (...urls: string[]) => aHikeProduct({ types: [], images: urls.map((url, index) => ({ key: String(index), url, isPrimary: index === 0 })) });

/** Created by a first sync, which is struck. */
const created = (name: string, urls: readonly string[], spoilt: Spoilt = {}) =>
  scenario<CatalogueEngine>({
    name,
    open: async (options) => {
      const engine = await catalogueEngine({ hike: [show(...urls)], ...options });
      for (const set of ['unreachable', 'unwelcome'] as const) for (const url of spoilt[set] ?? []) engine.vendors[set].add(url);
      return engine;
    },
    steps: [(engine) => engine.act(askForDryRun), pass(1_000, 2), (engine) => engine.pages.actOnProducts(engine.storeHash, { action: 'start' }), pass(10_000, 5)],
  });

const [A, B, C] = ['a', 'b', 'c'].map(addressOf) as [string, string, string];

export const PICTURE_SCENARIOS: Scenario[] = [
  created('a product is created whose pictures follow one by one', [A, B, C], { unreachable: [B] }),
  created('a product is created whose first picture is refused', [A, B, C], { unreachable: [A], unwelcome: [A] }),
  created('a product is created some of whose pictures follow as files', [longAddressOf('long'), A, longAddressOf('longer'), B]),
  created('a product is created whose file is refused', [longAddressOf('long'), A, longAddressOf('longer')], { unwelcome: [longAddressOf('long')] }),
];
