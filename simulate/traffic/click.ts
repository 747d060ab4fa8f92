import type { App } from '../../lib/assemble-app';
import { DatabaseTrouble } from '../faults/database-faults';
import type { Stage } from '../world/stage';

/** What a person sees whose click failed or came to no end; whether it did anything they cannot know. */
export class ErrorPage extends Error {
  override name = 'ErrorPage';
}

const PATIENCE_MS = 30_000;

/** Something that a person does in the app's pages, as far as its web process lives to do it. */
export const click = <Answer>({ fleet: { web } }: Stage, work: (app: App) => Promise<Answer>): Promise<Answer> => {
  if (web.gate.isDead) throw new ErrorPage();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ErrorPage()), PATIENCE_MS);
    const fail = (error: unknown) => reject(error instanceof DatabaseTrouble ? new ErrorPage() : error);
    void work(web.app).then(resolve, fail).finally(() => clearTimeout(timer));
  });
};
