import { existsSync } from 'node:fs';
import { defineConfig } from 'prisma/config';

if (existsSync('.env')) process.loadEnvFile('.env');

// Windows cannot start a script as a program; there Prisma fetches its native engine.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= `${import.meta.dirname}/scripts/schema-engine.mjs`;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // The host `embedded` stands for the embedded PostgreSQL; scripts/schema-engine.mjs starts it when it is needed.
  datasource: { url: process.env.DATABASE_URL || 'postgresql://embedded/connector' },
});
