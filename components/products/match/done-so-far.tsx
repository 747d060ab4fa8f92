'use client';

import { productsWord } from './match-verbs';

/** Many are done part by part. */
export const DoneSoFar = ({ count }: { count: number }) => <p role="status">{count > 0 && `${productsWord(count)} done so far…`}</p>;
