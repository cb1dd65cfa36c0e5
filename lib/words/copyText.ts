import type { Language, Source, Term } from '../model';
import type { Card } from '../reference/card';
import { articleTitle } from './articleTitle';
import { officeWords } from './office';
import { wordsOf } from './words';

/** What "copy" puts on the clipboard: the name, its rendering, what the card says, and where that stands. */
export function copyText({ entry, office, sources, attestations }: Card, language: Language): string {
  const words = wordsOf(language);
  const { list, colon, bracket } = words.punctuation;
  const { zh, pinyin, en } = entry.names;
  const rendering =
    en === null ? [] : [entry.kind === 'official' ? en.text : `${en.text}${bracket(words.rendering[en.by])}`];
  const lines = [zh + bracket([pinyin, ...rendering].join(list))];
  if (entry.kind === 'official') {
    const { held, english, place, basis } = officeWords(office ?? { is: 'undated' }, language);
    const named = [held, english, place].filter((each) => each !== null).join(list);
    lines.push(named === '' ? basis : named + bracket(basis));
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
  const from = ({ title: of, publisher, date, address }: Source) =>
    [of, publisher[language], date ?? words.card.undated, address].filter((each) => each !== null).join(list);
  if (cited.length > 0) lines.push(words.card.attestations + colon, ...cited);
  if (sources.length > 0) lines.push(words.card.sources + colon, ...sources.map(from));
  return lines.join('\n');
}

function memberLines({ members }: Term, language: Language): string[] {
  if (members === null || members.items.length === 0) return [];
  const { members: all, membersIncomplete } = wordsOf(language).card;
  const heading = (members.complete ? all : membersIncomplete)(members.items.length);
  const items = members.items.map(({ zh, en }, index) => `${index + 1}. ${language === 'en' ? `${zh} (${en})` : zh}`);
  return [heading + wordsOf(language).punctuation.colon, ...items];
}
