import type { CatalogueRunView } from '../../../lib/domain/views/product-views';

type Paused = CatalogueRunView['paused'];
export type PausedThing = keyof Paused;

export const ALL_THINGS: readonly PausedThing[] = ['products', 'stock', 'customers'];

const listed = (things: readonly PausedThing[]): string => (things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`);

/** Stock is one, the others are many. */
const isOne = (things: readonly PausedThing[]): boolean => things.length === 1 && things[0] === 'stock';

/** "Products are paused; stock and customers go on." Empty where nothing is. */
export const pausedSentence = (paused: Paused): string => {
  const [resting, going] = [ALL_THINGS.filter((thing) => paused[thing]), ALL_THINGS.filter((thing) => !paused[thing])];
  if (resting.length === 0) return '';
  const said = listed(resting);
  const rest = going.length === 0 ? '' : `; ${listed(going)} ${isOne(going) ? 'goes' : 'go'} on`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${isOne(resting) ? 'is' : 'are'} paused${rest}.`;
};

/** The same for each of these things, as the API takes it. */
export const pauseOf = (things: readonly PausedThing[], isPaused: boolean): Partial<Paused> => Object.fromEntries(things.map((thing) => [thing, isPaused]));
