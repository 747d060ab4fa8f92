import { RefusedByVendor, type Side } from '../../engine/ports/failures';
import type { Answer } from './http-call';
import { readJson } from './read-json';

/** A refusal with its body, by which an adapter tells the meanings of one status apart. The body is kept out of logs: it may repeat what was sent. */
export class RefusedAnswer extends RefusedByVendor {
  readonly #text: string;

  constructor(answer: Answer, { side, reason }: { side: Side; reason: string }) {
    super({ side, status: answer.status, reason });
    this.#text = answer.text;
  }

  /** Parsed; not yet checked against any schema. */
  body(): unknown {
    return readJson(this.#text);
  }
}
