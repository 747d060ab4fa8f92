import { upkeepSubject } from '../next-round';

/** What the comparison is called in the sync log. */
export const COMPARISON = upkeepSubject('Comparison of both sides');
