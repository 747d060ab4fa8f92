import { useState } from 'react';
import type { AllOfTab, ProductAction, ProductRow, ToHikePreviewView, ToHikeRequest, VerbForAll } from '../../../lib/domain/views/product-views';
import { useAction } from '../../shell/session/use-action';
import { useSend } from '../../shell/session/use-send';
import { useProductActions, type ProductActions } from '../use-product-actions';
import { productsWord, VERB_WORDS, type MatchVerb } from './match-verbs';

/** What something is done to: these rows, or all that a tab holds, about so many. */
export type Chosen = { rows: ProductRow[] } | { all: AllOfTab; verb: VerbForAll; total: number };

/** What is being asked before it is done. */
export type MatchQuestion =
  | { kind: 'link'; row: ProductRow }
  | { kind: 'verb'; verb: MatchVerb; chosen: Chosen }
  | { kind: 'to-hike'; preview: ToHikePreviewView; chosen: Chosen };

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
  begin(verb: MatchVerb, chosen: Chosen): void;
  askLink(row: ProductRow): void;
  doIt(action: ProductAction, sentence: (products: string) => string): Promise<void>;
  close(): void;
}

const keysOf = (rows: readonly ProductRow[]): string[] => rows.map(({ key }) => key);

export const actionOn = (verb: MatchVerb, chosen: Chosen): ProductAction =>
  'rows' in chosen ? { action: verb, keys: keysOf(chosen.rows) } : { action: chosen.verb, all: { ...chosen.all, after: null } };

const requestOf = (chosen: Chosen): ToHikeRequest => ('rows' in chosen ? { keys: keysOf(chosen.rows) } : { all: chosen.all });

/** What a person does at the match desk, with its questions and what came of it. `onDone` follows what was done. */
export const useMatchDesk = (onDone: () => void): MatchDesk => {
  const send = useSend();
  const actions = useProductActions();
  const [question, setQuestion] = useState<MatchQuestion | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const preview = useAction((chosen: Chosen) => send<ToHikePreviewView>('POST', 'products/to-hike-preview', requestOf(chosen)));

  const doIt = async (action: ProductAction, sentence: (products: string) => string) => {
    setNews(null);
    const answer = await actions.act(action);
    setQuestion(null);
    if (answer === null) return;
    if (answer.done > 0) setNews(sentence(productsWord(answer.done)));
    onDone();
  };

  const begin = (verb: MatchVerb, chosen: Chosen) => {
    if (verb === 'send-to-hike') void preview.run(chosen).then((view) => view && setQuestion({ kind: 'to-hike', preview: view, chosen }));
    else if ('all' in chosen || VERB_WORDS[verb].question !== null) setQuestion({ kind: 'verb', verb, chosen });
    else void doIt(actionOn(verb, chosen), VERB_WORDS[verb].done);
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
