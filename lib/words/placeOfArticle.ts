import type { ArticleFacts, Language } from '../model';
import { wordsOf } from './words';

type Place = Pick<ArticleFacts, 'title' | 'publishedAt' | 'source' | 'site'> & { readonly url: string };

/** Where an article stands, for a reader: who published it or its host, title, date. */
export function placeOfArticle({ title, publishedAt, source, site, url }: Place, language: Language): string {
  const { punctuation } = wordsOf(language);
  const [, host = ''] = /^[a-z-]+:\/\/([^/:?#]*)/i.exec(url) ?? [];
  const named = title === null ? '' : `${language === 'zh' ? '' : ' '}${punctuation.title(title)}`;
  return (site ?? source ?? host) + named + (publishedAt === null ? '' : punctuation.bracket(publishedAt));
}
