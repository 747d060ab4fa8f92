import { TransientFailure, UnknownOutcome } from '../../engine/ports/failures';
import { MailRefused } from '../../engine/ports/mail';

/** What nodemailer tells of a failed mail; every part may be missing. */
interface SmtpError {
  code: string;
  /** The step that failed; a lost connection is `CONN` at any step. */
  command: string;
  /** Of the server's answer, and of its answer for each address. */
  statuses: number[];
  response: string;
}

const ADDRESS = /<?[^\s<>@]+@[^\s<>@]+>?/g;

const smtpError = (error: unknown): SmtpError => {
  const { code, command, response, responseCode, rejectedErrors } = (error ?? {}) as Record<string, unknown>;
  const perAddress = Array.isArray(rejectedErrors) ? rejectedErrors.map((one: unknown) => (one as Record<string, unknown> | null)?.['responseCode']) : [];
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    statuses: [responseCode, ...perAddress].filter((status) => typeof status === 'number'),
    response: typeof response === 'string' ? response : '',
  };
};

/** Servers repeat the address that they refuse; a log or a page is no place for it. */
const reasonOf = (response: string): string => response.replace(ADDRESS, '(address)').replace(/\s+/g, ' ').trim().slice(0, 200) || 'no reason given';

/**
 * What a failed mail means. Refused for good is only what the server said of the addresses or of the mail itself: a
 * password or a sender that it does not take is the operator's to put right, so the mail waits.
 */
export const failureOfMail = (error: unknown, { wasHandedOver }: { wasHandedOver: boolean }): Error => {
  const { code, command, statuses, response } = smtpError(error);
  const isAnswered = statuses.length > 0;
  const isForGood = (command === 'RCPT TO' || command === 'DATA') && isAnswered && statuses.every((status) => status >= 500);
  if (isForGood) return new MailRefused(reasonOf(response));
  if (wasHandedOver && !isAnswered) return new UnknownOutcome(`the mail server did not say whether it took the mail (${code || 'no answer'})`);
  return new TransientFailure(`the mail was not sent: ${isAnswered ? reasonOf(response) : code || 'no answer'}`);
};
