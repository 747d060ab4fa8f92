import { BUGS_OF_THE_DATABASE } from './bugs-of-the-database';
import { BUGS_OF_THE_ENGINE } from './bugs-of-the-engine';
import type { SeededBug } from './seeded-bug';

/** Applied one at a time; the simulation has to find each. */
export const SEEDED_BUGS: readonly SeededBug[] = [...BUGS_OF_THE_ENGINE, ...BUGS_OF_THE_DATABASE];
