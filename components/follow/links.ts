import type { FollowedKey, SavedArticleId } from '../../lib/model';
import { linkToPassage } from '../../lib/cite/textFragment';
import type { KwicLine } from '../../lib/track/kwic';
import { hrefOf, type InText } from '../library/route';
import type { Look } from './look';

/** Where a look leads. */
export function hrefOfLook(look: Look): string {
  return hrefOf({ view: 'follow', look });
}

/** The passages of something in a stretch of time. */
export function toPassages(look: Look, of: FollowedKey, scope: Partial<Look['scope']>): string {
  return hrefOfLook({ ...look, of: [of], view: 'passages', scope: { ...look.scope, ...scope } });
}

/** An article at a passage: a saved one in the reader, one that was only read at its own address. */
export function hrefOfPlace(article: KwicLine['article'], { paragraph, start, end }: InText): string {
  if (article.is === 'read') return article.url;
  return hrefOf({ view: 'article', id: article.id as SavedArticleId, note: null, at: { paragraph, start, end } });
}

export function toArticle({ id, is, url }: KwicLine['article']): string {
  return is === 'read' ? url : hrefOf({ view: 'article', id: id as SavedArticleId, note: null });
}

/** A keyword in its context: a page that was only read is opened where these words stand. */
export function hrefOfLine(line: KwicLine): string {
  if (line.article.is === 'saved') return hrefOfPlace(line.article, line);
  const quote = line.left + line.keyword + line.right;
  return linkToPassage(line.article.url, { before: '', quote, after: '' }, quote);
}
