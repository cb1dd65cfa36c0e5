import { readHead } from '../../lib/article/head';
import { readerHere } from '../../lib/article/reader';
import { askBackground } from '../../lib/messages';
import type { Article, ArticleHead } from '../../lib/model';

/** The article that was read last, by its head: another reading makes another head. */
let last: { readonly head: ArticleHead; readonly article: Article } | null = null;
let underWay: Promise<boolean> | null = null;

/** Brings in what reads all fields; true when it was not here before. Where that cannot be, the head has to do. */
export function bringReader(): Promise<boolean> {
  if (readerHere() !== undefined) return Promise.resolve(false);
  underWay ??= askBackground('article', null).then(
    () => readerHere() !== undefined,
    () => {
      underWay = null;
      return false;
    },
  );
  return underWay;
}

/** All fields, once their reader is here; before, those of the head. */
export function wholeArticle(head: ArticleHead): Article | ArticleHead {
  if (last?.head === head) return last.article;
  const read = head.url === '' ? undefined : readerHere();
  if (read === undefined) return head;
  const article = read(document, head.url);
  last = { head, article };
  return article;
}

/** What the page is read with. Where its own rules find no date, all of them are brought in and asked. */
export async function headHere(): Promise<ArticleHead> {
  const head = readHead(document, document.URL);
  if (head.publishedAt !== null) return head;
  await bringReader();
  return wholeArticle(head);
}
