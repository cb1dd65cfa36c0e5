import type { Language, Term } from '../model';
import type { Card } from '../reference/card';
import { officeName } from '../reference/tenures';
import { wordsOf } from './words';

/** What "copy" puts on the clipboard: term, rendering, what it says, and where that stands. */
export function copyText({ entry, office, sources, articles }: Card, language: Language, date: string | null): string {
  const words = wordsOf(language);
  const { zh, pinyin, en } = entry.names;
  const lines = [en === null ? `${zh}（${pinyin}）` : `${zh}（${pinyin}；${en.text}，${words.rendering[en.by]}）`];
  if (entry.kind === 'official') {
    const held = office === null ? null : officeName(office);
    if (held !== null && date !== null) lines.push(`${words.office.asOf(date)}：${held}`);
  } else lines.push(entry.gloss[language], ...memberLines(entry));
  const attested = articles.map(
    (article) => `${article.date} ${article.title === null ? article.label[language] : `《${article.title}》`}`,
  );
  const cited = sources.map((source) =>
    [source.title, source.publisher, source.date, source.address].filter((each) => each !== null).join('，'),
  );
  if (attested.length > 0) lines.push(`${words.card.attestations}：${attested.join('；')}`);
  if (cited.length > 0) lines.push(`${words.card.sources}：${cited.join('；')}`);
  return lines.join('\n');
}

function memberLines({ members }: Term): string[] {
  if (members === null || !members.complete || members.items.length === 0) return [];
  return [members.items.map((item, index) => `${index + 1}. ${item.zh}`).join(' ')];
}
