import { settingsAsBefore } from '../../../domain/rules/catalogue/settings-writes';
import { readRun } from '../catalogue/run-cursor';
import type { JobContext } from '../job';

/** Counts go on as they were while a person looks at what new settings would make of them: a till that sells must not wait for that. */
export const withSettingsInForce = async <Context extends Pick<JobContext, 'settings' | 'database' | 'storeHash'>>(context: Context): Promise<Context> => {
  const { hold } = await readRun(context.database.tables, context.storeHash);
  return hold?.before == null ? context : { ...context, settings: settingsAsBefore(context.settings, hold.before) };
};
