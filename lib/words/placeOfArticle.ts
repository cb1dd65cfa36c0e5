import type { ArticleFacts, Language } from '../model';
import { wordsOf } from './words';

type Place = Pick<ArticleFacts, 'title' | 'publishedAt' | 'source' | 'site'> & { readonly url: string };

/** Where an article stands, for a reader: who published it or its host, title, date. */
export function placeOfArticle({ title, publishedAt, source, site, url }: Place, language: Language): string {
  const { punctuation } = wordsOf(language);
  const [, host = ''] = /^[a-z-]+:\/\/([^/:?#]*)/i.exec(url) ?? [];
  const parts = [site ?? source ?? host, title === null ? '' : punctuation.title(title), publishedAt ?? ''];
  return parts.filter((each) => each !== '').join(' ');
}
