import type { Language } from '../model';
import type { Card } from '../reference/card';
import { officeName } from '../reference/tenures';
import { wordsOf } from './words';

/** A card in one line: the gloss, or the office on the day of the article with its basis. */
export function firstLine({ entry, office }: Card, language: Language): string {
  if (entry.kind !== 'official') return entry.gloss[language];
  const words = wordsOf(language).office;
  if (office === null) return words.unknown;
  const held = officeName(office) ?? '';
  switch (office.is) {
    case 'attested':
      return `${held} · ${words.attested(office.on)}`;
    case 'within':
      return `${held} · ${words.within(office.from, office.to)}`;
    case 'last-attested-before':
      return `${held} · ${words.lastBefore(office.on)}`;
    case 'first-attested-after':
      return `${held} · ${words.firstAfter(office.on)}`;
    case 'before-change':
      return `${held} · ${words.beforeChange(office.on)}`;
    case 'ended':
      return words.ended((office.tenure.body ?? '') + office.tenure.office, office.on);
    case 'gap':
      return words.gap(office.before.office, office.after.office);
    case 'conflict':
      return words.conflict(office.tenures.map((tenure) => tenure.office).join(' / '));
    case 'undated':
      return words.noDate;
  }
}
