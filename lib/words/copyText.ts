import type { Language, PartialDate, Source, Term } from '../model';
import type { Card } from '../reference/card';
import { articleTitle } from './articleTitle';
import { officeWords } from './office';
import { wordsOf } from './words';

/** What the article that the card stands in gives. */
export interface CopiedFrom {
  readonly date: PartialDate | null;
  /** The office as the article writes it. */
  readonly stated: string | null;
}

/** What "copy" puts on the clipboard: the name, its rendering, what the card says, and where that stands. */
export function copyText(
  { entry, office, sources, attestations }: Card,
  language: Language,
  from: CopiedFrom | null,
): string {
  const words = wordsOf(language);
  const { list, colon, bracket } = words.punctuation;
  const { zh, pinyin, en } = entry.names;
  const rendering =
    en === null ? [] : [entry.kind === 'official' ? en.text : `${en.text}${bracket(words.rendering[en.by])}`];
  const lines = [zh + bracket([pinyin, ...rendering].join(list))];
  if (entry.kind === 'official') {
    const { held, english, place, basis, isNear } = officeWords(office ?? { is: 'undated' }, language);
    const named = [held, english, place].filter((each) => each !== null).join(list);
    const asOf = from?.date != null && held !== null && !isNear ? words.office.asOf(from.date) + colon : '';
    if (named === '') lines.push(basis);
    else lines.push(isNear ? basis + colon + named : asOf + named + bracket(basis));
    if (from?.stated != null)
      lines.push(words.office.stated(from.stated) + (from.date === null ? '' : bracket(from.date)));
  } else {
    lines.push(entry.gloss[language] + bracket(words.status[entry.gloss.status]), ...memberLines(entry, language));
  }
  const cited = attestations.map(({ article }) =>
    [
      articleTitle(article, language),
      article.publisher?.[language] ?? null,
      article.date + (article.dateStated ? '' : bracket(words.card.inferredDate)),
    ]
      .filter((each) => each !== null)
      .join(list),
  );
  const sourceLine = ({ title: of, publisher, date, address }: Source) =>
    [of, publisher[language], date ?? words.card.undated, address].filter((each) => each !== null).join(list);
  if (cited.length > 0) lines.push(words.card.attestations + colon, ...cited);
  if (sources.length > 0) lines.push(words.card.sources + colon, ...sources.map(sourceLine));
  return lines.join('\n');
}

function memberLines({ members }: Term, language: Language): string[] {
  if (members === null || members.items.length === 0) return [];
  const { members: all, membersIncomplete } = wordsOf(language).card;
  const heading = (members.complete ? all : membersIncomplete)(members.items.length);
  const items = members.items.map(({ zh, en }, index) => `${index + 1}. ${language === 'en' ? `${zh} (${en})` : zh}`);
  return [heading + wordsOf(language).punctuation.colon, ...items];
}
