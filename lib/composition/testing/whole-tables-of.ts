import type { Tables, WholeDatabase } from '../../engine/ports/tables';
import type { Services } from '../../composition';

/** A test prepares with one statement what the app writes in transactions alone. */
export const wholeTablesOf = ({ database }: Pick<Services, 'database'>): Tables => (database as WholeDatabase).tables;
