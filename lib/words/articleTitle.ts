import type { Language, SeedArticle } from '../model';
import { wordsOf } from './words';

/** The title in 《》, in English with what the text is; what it is, where it has no title. */
export function articleTitle({ title, label }: SeedArticle, language: Language): string {
  const { punctuation } = wordsOf(language);
  if (title === null) return label[language];
  return language === 'zh' ? punctuation.title(title) : punctuation.title(title) + punctuation.bracket(label.en);
}
