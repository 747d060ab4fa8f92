import { z } from 'zod';

const withoutTrailingSlash = (url: string): string => url.replace(/\/+$/, '');

const isPublicOrLocal = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  // A Secure cookie needs https; browsers make an exception for the own machine.
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
};

const serverUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).transform(withoutTrailingSlash);

const appUrl = serverUrl
  .refine((url) => new URL(url).origin === url, 'must be scheme and host alone, without a path')
  .refine(isPublicOrLocal, 'must begin with https:// (http:// is for localhost)');

const KEY = /^(\d+):([A-Za-z0-9+/]+=*)$/;
const KEY_BYTES = 32;

/** Checked here, so that a mistake stops the start and not the first merchant; read where secrets are sealed. */
const encryptionKeys = z
  .string()
  .refine(
    (text) => text.split(',').every((key) => Buffer.from(KEY.exec(key.trim())?.[2] ?? '', 'base64').length === KEY_BYTES),
    'must be a list like "2:base64,1:base64", each key 32 bytes long',
  )
  .refine((text) => {
    const versions = text.split(',').map((key) => Number(KEY.exec(key.trim())?.[1]));
    // The first key seals: an old one in front would go on sealing after a rotation.
    return versions.every((version, index) => index === 0 || version < (versions[index - 1] ?? 0));
  }, 'must list its keys from the highest version down, each version once');

/** An address, alone or behind a name; a line break would end the header that it stands in. */
const SENDER = /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const Variables = z.object({
  BIGCOMMERCE_API_URL: serverUrl.default('https://api.bigcommerce.com'),
  BIGCOMMERCE_LOGIN_URL: serverUrl.default('https://login.bigcommerce.com'),
  BIGCOMMERCE_SDK_URL: serverUrl.default('https://cdn.bigcommerce.com/jssdk/bc-sdk.js'),
  HIKE_URL: serverUrl.default('https://api.hikeup.com'),
  APP_URL: appUrl,
  BIGCOMMERCE_CLIENT_ID: z.string(),
  BIGCOMMERCE_CLIENT_SECRET: z.string(),
  BIGCOMMERCE_PREVIOUS_CLIENT_SECRET: z.string().optional(),
  WEBHOOK_SIGNATURES: z.enum(['where-present', 'required'], { error: 'must be "where-present" or "required"' }).default('where-present'),
  BIGCOMMERCE_APP_ID: z.string().regex(/^\d+$/, 'must be the number in the app’s Developer Portal address'),
  HIKE_CLIENT_ID: z.string(),
  HIKE_CLIENT_SECRET: z.string(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters'),
  ENCRYPTION_KEYS: encryptionKeys,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  MAIL_FROM: z.string().regex(SENDER, 'must be an address like "Hike connector <connector@example.com>"').optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  WORKER: z.enum(['inside', 'apart'], { error: 'must be "inside" or "apart"' }).default('inside'),
  NODE_ENV: z.string().default('production'),
});

const Complete = Variables.refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, { path: ['MAIL_FROM'], error: 'is needed with SMTP_URL' });

export interface Env {
  appUrl: string;
  bigcommerce: { apiUrl: string; loginUrl: string; sdkUrl: string; clientId: string; clientSecret: string; appId: string };
  /** How deliveries of webhooks are signed: the secrets that are believed, the newest first. */
  hooks: { clientSecrets: string[]; mustBeSigned: boolean };
  hike: { url: string; clientId: string; clientSecret: string };
  sessionSecret: string;
  /** `2:base64,1:base64`: the first key seals, the others still open what they sealed. */
  encryptionKeys: string;
  /** `null`: nothing is mailed. */
  mail: { smtpUrl: string; from: string } | null;
  /** `null`: the embedded PostgreSQL serves. */
  databaseUrl: string | null;
  /** Whether this process also works on the queue. */
  worker: 'inside' | 'apart';
  isDevelopment: boolean;
}

const sentences = (error: z.ZodError, source: Record<string, unknown>): string =>
  error.issues
    .map((issue) => {
      const name = String(issue.path[0]);
      // Never the value: what stops a start ends up in logs.
      return source[name] === undefined ? `- ${name} is missing.` : `- ${name} ${issue.message}.`;
    })
    .join('\n');

/** Parses an environment, or throws with one sentence per variable that is missing or malformed. */
export const readEnvironment = (source: Record<string, string | undefined>): Env => {
  // An empty line in an env file means "not set".
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = Complete.safeParse(filled);
  if (!parsed.success) throw new Error(`The app cannot start; see .env.example:\n${sentences(parsed.error, filled)}`);
  const it = parsed.data;
  return {
    appUrl: it.APP_URL,
    bigcommerce: {
      apiUrl: it.BIGCOMMERCE_API_URL,
      loginUrl: it.BIGCOMMERCE_LOGIN_URL,
      sdkUrl: it.BIGCOMMERCE_SDK_URL,
      clientId: it.BIGCOMMERCE_CLIENT_ID,
      clientSecret: it.BIGCOMMERCE_CLIENT_SECRET,
      appId: it.BIGCOMMERCE_APP_ID,
    },
    hooks: {
      clientSecrets: [it.BIGCOMMERCE_CLIENT_SECRET, ...(it.BIGCOMMERCE_PREVIOUS_CLIENT_SECRET === undefined ? [] : [it.BIGCOMMERCE_PREVIOUS_CLIENT_SECRET])],
      mustBeSigned: it.WEBHOOK_SIGNATURES === 'required',
    },
    hike: { url: it.HIKE_URL, clientId: it.HIKE_CLIENT_ID, clientSecret: it.HIKE_CLIENT_SECRET },
    sessionSecret: it.SESSION_SECRET,
    encryptionKeys: it.ENCRYPTION_KEYS,
    mail: it.SMTP_URL === undefined || it.MAIL_FROM === undefined ? null : { smtpUrl: it.SMTP_URL, from: it.MAIL_FROM },
    databaseUrl: it.DATABASE_URL ?? null,
    worker: it.WORKER,
    isDevelopment: it.NODE_ENV === 'development',
  };
};

let current: Env | undefined;

/** Read on first use and not on import, because a build has no environment. */
export const env = (): Env => (current ??= readEnvironment(process.env));
