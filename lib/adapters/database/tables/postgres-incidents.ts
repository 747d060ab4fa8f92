import { type Incident, IncidentEnding, IncidentKind, MailState, NeedsYouCounts } from '../../../domain/incident';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import type { Incidents } from '../../../engine/ports/tables';
import type { Incident as IncidentRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

export const postgresIncidents = (connection: Connection): Incidents => ({
  async listNewest(storeHash) {
    const rows = await connection.incident.findMany({ where: { storeHash }, distinct: ['kind'], orderBy: [{ kind: 'asc' }, { openedAt: 'desc' }] });
    return rows.map(readIncident);
  },
  async find(storeHash, kind, openedAt) {
    const row = await connection.incident.findUnique({ where: { storeHash_kind_openedAt: { storeHash, kind, openedAt: new Date(openedAt) } } });
    return row && readIncident(row);
  },
  async save(storeHash, { kind, openedAt, closedAt, ending, counts, mails }) {
    const key = { storeHash, kind, openedAt: new Date(openedAt) };
    const columns = { closedAt: closedAt && new Date(closedAt), ending, counts, openedMail: mails.opened, overMail: mails.over };
    await connection.incident.upsert({ where: { storeHash_kind_openedAt: key }, create: { ...key, ...columns }, update: columns });
  },
  async deleteClosedBefore(at) {
    await connection.incident.deleteMany({ where: { closedAt: { lt: new Date(at) } } });
  },
});

const readIncident = (row: IncidentRow): Incident => ({
  kind: IncidentKind.parse(row.kind),
  openedAt: instantFromDate(row.openedAt),
  closedAt: row.closedAt && instantFromDate(row.closedAt),
  ending: IncidentEnding.nullable().parse(row.ending),
  counts: NeedsYouCounts.parse(row.counts),
  mails: { opened: MailState.parse(row.openedMail), over: MailState.parse(row.overMail) },
});
