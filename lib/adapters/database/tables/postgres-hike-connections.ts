import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '../../../domain/instant';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { StoreHash } from '../../../domain/ids';
import { HikeLists } from '../../../domain/shop-lists';
import type { HikeTokens } from '../../../engine/ports/oauth';
import { HIKE_CONNECTION_STATES, type HikeConnectionRecord, type HikeConnections } from '../../../engine/ports/tables';
import type { HikeConnection } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { nullableJson } from '../nullable-json';
import type { Sealer } from '../seal-secrets';

const State = z.enum(HIKE_CONNECTION_STATES);
const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string(), obtainedAt: Instant, expiresAt: Instant });
const Candidate = z.object({ tokens: Tokens, fingerprint: z.string().nullable(), shopName: z.string().nullable(), lists: HikeLists.nullable() });

const tokensPlace = (storeHash: string) => `hike_connections/${storeHash}/tokens`;
const candidatePlace = (storeHash: string) => `hike_connections/${storeHash}/candidate`;

export const postgresHikeConnections = (connection: Connection, sealer: Sealer): HikeConnections => ({
  async find(storeHash) {
    const row = await connection.hikeConnection.findUnique({ where: { storeHash } });
    return row && readConnection(row, sealer);
  },
  async findForUpdate(storeHash) {
    await connection.$queryRaw`SELECT 1 FROM hike_connections WHERE store_hash = ${storeHash} FOR UPDATE`;
    const row = await connection.hikeConnection.findUnique({ where: { storeHash } });
    return row && readConnection(row, sealer);
  },
  async save(record) {
    const columns = columnsOf(record, sealer);
    await connection.hikeConnection.upsert({ where: { storeHash: record.storeHash }, create: columns, update: columns });
  },
  async saveTokens(storeHash, expectedRefreshToken, tokens) {
    const where = { storeHash, refreshDigest: digestOf(expectedRefreshToken) };
    const { count } = await connection.hikeConnection.updateMany({ where, data: { ...tokenColumns(storeHash, tokens, sealer), state: 'connected', trouble: null } });
    return count === 1;
  },
  async saveTrouble(storeHash, expectedRefreshToken, trouble) {
    const where = { storeHash, refreshDigest: digestOf(expectedRefreshToken) };
    const { count } = await connection.hikeConnection.updateMany({ where, data: { state: 'reconnect', trouble } });
    return count === 1;
  },
  async saveLists(storeHash, lists) {
    await connection.hikeConnection.updateMany({ where: { storeHash }, data: { lists } });
  },
  async delete(storeHash) {
    await connection.hikeConnection.deleteMany({ where: { storeHash } });
  },
});

const digestOf = (refreshToken: string): string => createHash('sha256').update(refreshToken).digest('hex');

const tokenColumns = (storeHash: string, tokens: HikeTokens, sealer: Sealer) => ({
  tokens: sealer.seal(JSON.stringify(tokens), tokensPlace(storeHash)),
  refreshDigest: digestOf(tokens.refreshToken),
});

const columnsOf = (record: HikeConnectionRecord, sealer: Sealer) => ({
  storeHash: record.storeHash,
  state: record.state,
  ...tokenColumns(record.storeHash, record.tokens, sealer),
  fingerprint: record.fingerprint,
  shopName: record.shopName,
  lists: nullableJson(record.lists),
  candidate: record.candidate && sealer.seal(JSON.stringify(record.candidate), candidatePlace(record.storeHash)),
  connectedAt: new Date(record.connectedAt),
  trouble: record.trouble,
});

const readConnection = (row: HikeConnection, sealer: Sealer): HikeConnectionRecord => ({
  storeHash: StoreHash.parse(row.storeHash),
  state: State.parse(row.state),
  tokens: Tokens.parse(JSON.parse(sealer.open(row.tokens, tokensPlace(row.storeHash)))),
  fingerprint: row.fingerprint,
  shopName: row.shopName,
  lists: HikeLists.nullable().parse(row.lists),
  candidate: row.candidate === null ? null : Candidate.parse(JSON.parse(sealer.open(row.candidate, candidatePlace(row.storeHash)))),
  connectedAt: instantFromDate(row.connectedAt),
  trouble: row.trouble,
});
