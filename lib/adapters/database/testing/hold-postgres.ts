/** A process of its own for tests: joins the embedded PostgreSQL in the folder it is given, prints the address, and leaves it when its input ends. */
import { startEmbeddedPostgres } from '../embedded-postgres.ts';

const folder = process.argv[2];
if (!folder) throw new Error('Which folder?');
const server = await startEmbeddedPostgres({ folder });
console.log(server.url);
process.stdin.resume().once('end', () => void server.stop().then(() => process.exit(0)));
