import type { SeenOrder } from '../../ports/tables';

/** Left out by rule there is a problem that says why. */
export const isLeftOutByPerson = ({ state, problem }: Pick<SeenOrder, 'state' | 'problem'>): boolean => state === 'left-out' && problem === null;
