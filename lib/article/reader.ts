import type { Article } from '../model';

/**
 * The contract between the content script, which reads the head of an article, and the script that reads all of
 * it. It is injected into the same isolated world when somebody looks; both find each other on `globalThis`.
 */
const READER = Symbol.for('pangzhu article');

type Reader = (document: Document, url: string) => Article;

export function readerHere(): Reader | undefined {
  return (globalThis as { [READER]?: Reader })[READER];
}

export function setReader(reader: Reader): void {
  (globalThis as { [READER]?: Reader })[READER] = reader;
}
