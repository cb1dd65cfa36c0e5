import type { FieldRule } from '../../lib/model';
import { foundByWords } from '../../lib/words/foundBy';
import { useLanguage } from '../words';

/** Where a field was found. */
export function FoundBy({ rule }: { readonly rule: FieldRule | null }) {
  const language = useLanguage();
  return rule === null ? null : <span className="visually-hidden">{foundByWords(rule, language)}</span>;
}
