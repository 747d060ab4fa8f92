import { createTransport } from 'nodemailer';
import SmtpTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { Mail } from '../../engine/ports/mail';
import { failureOfMail } from './failure-of-mail';

export interface MailOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, where TLS is used if the server offers it. */
  smtpUrl: string;
  from: string;
  /** Milliseconds of silence after which the server counts as gone. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;

const silent = (): void => undefined;

/** Hears from nodemailer's log, and from nowhere else, that the whole mail went over the wire: only then may a lost answer have been a yes. */
const createTrace = () => {
  const trace = { wasHandedOver: false };
  const info = (entry: unknown): void => {
    if ((entry as { tnx?: unknown }).tnx === 'message') trace.wasHandedOver = true;
  };
  return { trace, logger: { level: silent, trace: silent, debug: silent, info, warn: silent, error: silent, fatal: silent } };
};

/** Mail through one SMTP server, over a connection per mail: there are a few a day. */
export const createMail = ({ smtpUrl, from, timeoutMs = TIMEOUT_MS }: MailOptions): Mail => ({
  send: async ({ id, to, subject, text }) => {
    const { trace, logger } = createTrace();
    const waits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    // Given as an object with an address, nodemailer would forget everything but the address.
    const transport = createTransport(new SmtpTransport({ url: smtpUrl, logger, ...waits, disableFileAccess: true, disableUrlAccess: true }));
    try {
      // Auto-Submitted: out-of-office answers to a machine help nobody.
      const { rejected } = await transport.sendMail({ from, to: [...to], subject, text, messageId: id, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { refused: rejected.length };
    } catch (error) {
      throw failureOfMail(error, trace);
    } finally {
      transport.close();
    }
  },
});
