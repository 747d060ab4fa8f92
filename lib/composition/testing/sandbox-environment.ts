/** The environment of an app that the sandbox serves on both sides. */
export const sandboxEnvironment = ({ appUrl, databaseUrl, bigcommerceUrl, hikeUrl }: Record<'appUrl' | 'databaseUrl' | 'bigcommerceUrl' | 'hikeUrl', string>) => ({
  APP_URL: appUrl,
  DATABASE_URL: databaseUrl,
  BIGCOMMERCE_API_URL: bigcommerceUrl,
  BIGCOMMERCE_LOGIN_URL: bigcommerceUrl,
  HIKE_URL: hikeUrl,
  BIGCOMMERCE_CLIENT_ID: 'demo-bigcommerce-client',
  BIGCOMMERCE_CLIENT_SECRET: 'demo-bigcommerce-secret-for-the-sandbox-alone',
  BIGCOMMERCE_APP_ID: '4711',
  HIKE_CLIENT_ID: 'demo-hike-app',
  HIKE_CLIENT_SECRET: 'demo-hike-secret-for-the-sandbox-alone',
  SESSION_SECRET: 'a secret for tests of at least thirty-two characters',
  ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
});
