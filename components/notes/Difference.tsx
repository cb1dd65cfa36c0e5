import { diffWords } from 'diff';
import { useWords } from '../words';

const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Two wordings of one passage in one text: what went is struck out, what came is underlined. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const words = useWords().notes;
  return (
    <p className="difference" lang="zh-CN">
      {placed(before, after).map(({ at, value, added, removed }) => {
        if (added) return <ins key={at}>{marked(words.added, value)}</ins>;
        if (removed) return <del key={at}>{marked(words.removed, value)}</del>;
        return <span key={at}>{value}</span>;
      })}
    </p>
  );
}

/** The parts with where each begins, counted over both wordings. */
function placed(before: string, after: string) {
  let at = 0;
  return diffWords(before, after, { intlSegmenter: SEGMENTER }).map((part) => {
    const begin = at;
    at += part.value.length;
    return { ...part, at: begin };
  });
}

/** Screen readers do not tell insertions and deletions by themselves. */
function marked(word: string, value: string) {
  return (
    <>
      <span className="only-read">{word}</span>
      {value}
    </>
  );
}
