import type { Language } from '../model';
import type { Card } from '../reference/card';
import { officeWords } from './office';

/** A card in one line: the gloss, or the office on the day of the article with its basis. */
export function firstLine({ entry, office }: Card, language: Language): string {
  if (entry.kind !== 'official') return entry.gloss[language];
  const { held, english, basis, isNear } = officeWords(office ?? { is: 'undated' }, language);
  const named = [held, english].filter((each) => each !== null);
  return (isNear ? [basis, ...named] : [...named, basis]).join(' · ');
}
