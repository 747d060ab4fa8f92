import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Settings } from '../../../domain/settings';
import { UNSAVED_SETTINGS, type SettingsRecords } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

export const postgresSettingsRecords = (connection: Connection): SettingsRecords => ({
  async get(storeHash) {
    const row = await connection.settingsRecord.findUnique({ where: { storeHash } });
    if (row === null) return UNSAVED_SETTINGS;
    return { value: Settings.parse(row.value), version: row.version, savedAt: instantFromDate(row.savedAt), savedBy: row.savedBy };
  },
  async save(storeHash, expectedVersion, { value, savedAt, savedBy }) {
    const columns = { value, version: expectedVersion + 1, savedAt: new Date(savedAt), savedBy };
    const { count } =
      expectedVersion === UNSAVED_SETTINGS.version
        ? await connection.settingsRecord.createMany({ data: { storeHash, ...columns }, skipDuplicates: true })
        : await connection.settingsRecord.updateMany({ where: { storeHash, version: expectedVersion }, data: columns });
    return count === 1;
  },
});
