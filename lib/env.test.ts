import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

const complete = {
  APP_URL: 'https://hike.example.com/',
  BIGCOMMERCE_CLIENT_ID: 'client',
  BIGCOMMERCE_CLIENT_SECRET: 'secret',
  BIGCOMMERCE_APP_ID: '4711',
  HIKE_CLIENT_ID: 'hike',
  HIKE_CLIENT_SECRET: 'hike-secret',
  SESSION_SECRET: 's'.repeat(32),
  ENCRYPTION_KEYS: `2:${key(2)},1:${key(1)}`,
};

describe('the environment', () => {
  it('needs nothing that has a default, and those lead to the live services', () => {
    expect(readEnvironment(complete)).toMatchObject({
      appUrl: 'https://hike.example.com',
      bigcommerce: { apiUrl: 'https://api.bigcommerce.com', loginUrl: 'https://login.bigcommerce.com' },
      hike: { url: 'https://api.hikeup.com' },
      databaseUrl: null,
      worker: 'inside',
      isDevelopment: false,
    });
  });

  it('names every missing variable in a sentence', () => {
    expect(() => readEnvironment({ ...complete, APP_URL: undefined, HIKE_CLIENT_ID: ' ' })).toThrow(
      /- APP_URL is missing\.\n- HIKE_CLIENT_ID is missing\./,
    );
  });

  it.each([
    ['APP_URL', 'http://hike.example.com', /APP_URL must begin with https/],
    ['APP_URL', 'https://hike.example.com/app', /APP_URL must be scheme and host alone/],
    ['APP_URL', 'hike', /APP_URL must be an http\(s\) URL/],
    ['BIGCOMMERCE_APP_ID', 'abc', /BIGCOMMERCE_APP_ID must be the number/],
    ['SESSION_SECRET', 'short', /SESSION_SECRET must have at least 32/],
    ['ENCRYPTION_KEYS', '1:c2hvcnQ=', /ENCRYPTION_KEYS must be a list/],
    ['ENCRYPTION_KEYS', `1:${key(1)},1:${key(2)}`, /each version once/],
    ['ENCRYPTION_KEYS', `1:${key(1)},2:${key(2)}`, /from the highest version down/],
    ['DATABASE_URL', 'mysql://localhost/x', /DATABASE_URL must be a postgresql/],
    ['WEBHOOK_SIGNATURES', 'no', /WEBHOOK_SIGNATURES must be "where-present" or "required"/],
    ['WORKER', 'elsewhere', /WORKER must be "inside" or "apart"/],
    ['SMTP_URL', 'https://mail.example.com', /SMTP_URL must be an smtp/],
    ['MAIL_FROM', 'nobody', /MAIL_FROM must be an address/],
    ['MAIL_FROM', 'a@example.com\r\nBcc: b@example.com', /MAIL_FROM must be an address/],
  ])('refuses a malformed %s (%s)', (name, value, sentence) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(sentence);
  });

  it('believes webhooks that are signed with the secret before, while it is named', () => {
    expect(readEnvironment(complete).hooks).toEqual({ clientSecrets: ['secret'], mustBeSigned: false });
    const rotating = { ...complete, BIGCOMMERCE_PREVIOUS_CLIENT_SECRET: 'older', WEBHOOK_SIGNATURES: 'required' };
    expect(readEnvironment(rotating).hooks).toEqual({ clientSecrets: ['secret', 'older'], mustBeSigned: true });
  });

  it('mails only where a server is set, and then from a stated address', () => {
    const mail = { SMTP_URL: 'smtps://user:pass@mail.example.com:465', MAIL_FROM: 'Connector <connector@example.com>' };
    expect(readEnvironment(complete).mail).toBeNull();
    expect(readEnvironment({ ...complete, ...mail }).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
    expect(() => readEnvironment({ ...complete, SMTP_URL: mail.SMTP_URL })).toThrow('- MAIL_FROM is missing.');
  });

  it('allows plain http on the own machine', () => {
    expect(readEnvironment({ ...complete, APP_URL: 'http://localhost:3000' }).appUrl).toBe('http://localhost:3000');
  });

  it('never prints a value', () => {
    expect(() => readEnvironment({ ...complete, SESSION_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });
});
