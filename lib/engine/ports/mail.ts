export interface MailMessage {
  /** The same for each attempt at one mail: what receives it may know it again. */
  id: string;
  to: readonly string[];
  subject: string;
  /** Plain text. */
  text: string;
}

export interface Mail {
  /**
   * Hands the mail to a server, which took it for at least one address; answers how many addresses it refused. Throws
   * TransientFailure when nothing was sent, UnknownOutcome when the server's answer to the whole mail was lost, and
   * MailRefused when it will not take this mail.
   */
  send(message: MailMessage): Promise<{ refused: number }>;
}

/** The server said no for good: to every address, or to the mail. */
export class MailRefused extends Error {
  override name = 'MailRefused';
  /** In the server's words, without addresses. */
  readonly reason: string;
  constructor(reason: string) {
    super(`the mail server refused: ${reason}`);
    this.reason = reason;
  }
}
