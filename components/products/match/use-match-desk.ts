import { useState } from 'react';
import type { ProductAction, ProductRow, ToHikePreviewView } from '../../../lib/domain/views/product-views';
import { useAction } from '../../shell/session/use-action';
import { useSend } from '../../shell/session/use-send';
import { useProductActions, type ProductActions } from '../use-product-actions';
import { productsWord, VERB_WORDS, type MatchVerb } from './match-verbs';

/** What is being asked before it is done. */
export type MatchQuestion =
  | { kind: 'link'; row: ProductRow }
  | { kind: 'verb'; verb: MatchVerb; rows: ProductRow[] }
  | { kind: 'to-hike'; preview: ToHikePreviewView };

export interface MatchDesk {
  actions: ProductActions;
  question: MatchQuestion | null;
  /** What was done last, in a sentence. */
  news: string | null;
  forgetNews(): void;
  isBusy: boolean;
  previewFailure: string | null;
  clearPreviewFailure(): void;
  /** Does it, or asks first. */
  begin(verb: MatchVerb, rows: ProductRow[]): void;
  askLink(row: ProductRow): void;
  doIt(action: ProductAction, sentence: (products: string) => string): Promise<void>;
  close(): void;
}

const keysOf = (rows: readonly ProductRow[]): string[] => rows.map(({ key }) => key);

/** What a person does at the match desk, with its questions and what came of it. `onDone` follows what was done. */
export const useMatchDesk = (onDone: () => void): MatchDesk => {
  const send = useSend();
  const actions = useProductActions();
  const [question, setQuestion] = useState<MatchQuestion | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const preview = useAction((rows: ProductRow[]) => send<ToHikePreviewView>('POST', 'products/to-hike-preview', { keys: keysOf(rows) }));

  const doIt = async (action: ProductAction, sentence: (products: string) => string) => {
    setNews(null);
    const answer = await actions.act(action);
    setQuestion(null);
    if (answer === null) return;
    if (answer.done > 0) setNews(sentence(productsWord(answer.done)));
    onDone();
  };

  const begin = (verb: MatchVerb, rows: ProductRow[]) => {
    if (verb === 'send-to-hike') void preview.run(rows).then((view) => view && setQuestion({ kind: 'to-hike', preview: view }));
    else if (VERB_WORDS[verb].question !== null) setQuestion({ kind: 'verb', verb, rows });
    else void doIt({ action: verb, keys: keysOf(rows) }, VERB_WORDS[verb].done);
  };

  return {
    actions,
    question,
    news,
    forgetNews: () => setNews(null),
    isBusy: actions.isBusy || preview.isRunning,
    previewFailure: preview.error?.message ?? null,
    clearPreviewFailure: preview.clear,
    begin,
    askLink: (row) => setQuestion({ kind: 'link', row }),
    doIt,
    close: () => setQuestion(null),
  };
};
