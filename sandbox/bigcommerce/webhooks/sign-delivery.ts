import { createHmac } from 'node:crypto';

/**
 * Standard Webhooks with BigCommerce's key: the raw UTF-8 bytes of the app's client secret. Signed content is
 * `id.timestamp.body`. The time is real time, not the sandbox's: receivers compare it with their own clock.
 */
export function signDelivery(secret: string, message: { id: string; timestamp: number; body: string }): string {
  const content = `${message.id}.${message.timestamp}.${message.body}`;
  return `v1,${createHmac('sha256', Buffer.from(secret, 'utf8')).update(content).digest('base64')}`;
}
