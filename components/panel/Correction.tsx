import type { Fact, SavedArticle } from '../../lib/model';
import { authorsLine } from '../../lib/words/authorsLine';
import { useWords } from '../words';

interface CorrectionProps {
  readonly fact: Fact;
  readonly saved: SavedArticle | null;
  readonly onUndo: () => void;
}

/** That a field is the reader's correction, what the page says, and how to go back to it; nothing for one that is not. */
export function Correction({ fact, saved, onUndo }: CorrectionProps) {
  const words = useWords().article;
  if (saved === null || !saved.corrected.includes(fact)) return null;
  const said = saved.said[fact] ?? null;
  const written = said === null || typeof said === 'string' ? said : authorsLine(said);
  return (
    <span className="correction">
      <span className="correction-mark">{words.corrected}</span>
      <span className="soft">
        {words.asPageHas}
        {written ? <span lang={fact === 'publishedAt' ? undefined : 'zh-CN'}>{written}</span> : words.nothing}
      </span>
      <button type="button" className="correction-undo" aria-label={words.undo(words.fields[fact])} onClick={onUndo}>
        {words.undoShort}
      </button>
    </span>
  );
}
