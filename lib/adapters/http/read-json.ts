import { storableJson } from '../../domain/storable-text';

/** Stands for a body that is no JSON at all: a proxy's page, or a body cut off without a trace. */
export const UNREADABLE = Symbol('unreadable');

/** An empty body (204, and V2 lists without a match) is `null`. What is read can be stored. */
export const readJson = (text: string): unknown => {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(storableJson(text)) as unknown;
  } catch {
    return UNREADABLE;
  }
};
