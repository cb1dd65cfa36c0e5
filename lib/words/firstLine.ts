import type { Language } from '../model';
import type { Card } from '../reference/card';
import { officeWords } from './office';

/** A card in one line: the gloss, or the office on the day of the article with its basis. */
export function firstLine({ entry, office }: Card, language: Language): string {
  if (entry.kind !== 'official') return entry.gloss[language];
  const { held, english, basis } = officeWords(office ?? { is: 'undated' }, language);
  return [held, english, basis].filter((each) => each !== null).join(' · ');
}
