import type { FieldRule, Language } from '../model';
import { wordsOf } from './words';

/** Where a field of the article was found, for a reader. */
export function foundByWords(rule: FieldRule, language: Language): string {
  const { meta, element, jsonLd, comment, ...rules } = wordsOf(language).foundBy;
  if (rule.startsWith('meta ')) return meta(rule.slice('meta '.length));
  if (rule.startsWith('json-ld ')) return jsonLd(rule.slice('json-ld '.length));
  if (rule.startsWith('comment ')) return comment(rule.slice('comment '.length));
  if (rule.startsWith('element ')) return element;
  return rules[rule as keyof typeof rules];
}
