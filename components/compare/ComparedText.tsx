import { memo, useMemo, useState } from 'react';
import type { Comparison } from '../../lib/compare/compared';
import { saidRow, type SaidPiece, type SaidRow } from '../../lib/compare/said';
import { useLanguage, useWords } from '../words';

/** Differences shown at a time: of a long text that is quite another, more would only slow the page. */
const SHOWN = 300;

type Shown =
  | { readonly is: 'same'; readonly first: number; readonly paragraphs: readonly string[] }
  | { readonly is: 'different'; readonly number: number; readonly said: SaidRow };

/** Both texts as one; what is the same is folded away. */
export const ComparedText = memo(function ComparedText({
  comparison,
  current,
}: {
  readonly comparison: Comparison;
  readonly current: number | null;
}) {
  const words = useWords().compare;
  const language = useLanguage();
  const shown = useMemo(() => shownOf(comparison, language), [comparison, language]);
  const [most, setMost] = useState(SHOWN);
  return (
    <div className="compare-text" lang="zh-CN">
      {shown.slice(0, most).map((each) =>
        each.is === 'same' ? (
          <details key={`same-${each.first}`}>
            <summary lang={langOf(language)}>{words.sameParagraphs(each.paragraphs.length)}</summary>
            {each.paragraphs.map((text, index) => (
              // eslint-disable-next-line react/no-array-index-key -- paragraphs have no other name
              <p key={index}>{text}</p>
            ))}
          </details>
        ) : (
          <section
            key={each.number}
            data-difference={each.number}
            className={each.number === current ? 'compare-row is-current' : 'compare-row'}
            aria-label={each.said.label}
          >
            <h3 lang={langOf(language)}>{each.said.label}</h3>
            {each.said.pieces.length > 0 && (
              <p>
                {each.said.pieces.map((pieces, index) => (
                  // eslint-disable-next-line react/no-array-index-key -- sentences have no other name
                  <span key={index}>{pieces.map(PieceText)}</span>
                ))}
              </p>
            )}
          </section>
        ),
      )}
      {shown.length > most && (
        <p lang={langOf(language)}>
          <button type="button" className="button" onClick={() => setMost(most + SHOWN)}>
            {words.more(shown.length - most)}
          </button>
        </p>
      )}
    </div>
  );
});

function langOf(language: string): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** Screen readers do not tell insertions and deletions by themselves. */
function PieceText({ is, text }: SaidPiece, index: number) {
  return <Marked key={index} is={is} text={text} />;
}

function Marked({ is, text }: SaidPiece) {
  const words = useWords().notes;
  switch (is) {
    case 'same':
      return text;
    case 'removed':
      return (
        <del>
          <span className="visually-hidden">{words.removed}</span>
          {text}
        </del>
      );
    case 'added':
      return (
        <ins>
          <span className="visually-hidden">{words.added}</span>
          {text}
        </ins>
      );
    case 'note':
      return <span className="soft compare-remark">{text}</span>;
  }
}

function shownOf({ rows, a, b }: Comparison, language: 'zh' | 'en'): Shown[] {
  const shown: Shown[] = [];
  let same: string[] = [];
  let number = 0;
  const close = () => {
    if (same.length > 0) shown.push({ is: 'same', first: shown.length, paragraphs: same });
    same = [];
  };
  for (const row of rows) {
    const said = saidRow(row, { a: a.paragraphs, b: b.paragraphs }, language);
    if (said === null) {
      same.push(b.paragraphs[row.b!]!);
      continue;
    }
    close();
    shown.push({ is: 'different', number: number++, said });
  }
  close();
  return shown;
}

/** How many differences a comparison has. */
export function differencesOf({ rows }: Comparison): number {
  return rows.filter(({ is }) => is !== 'same').length;
}
