import type { PageRecord } from '../../lib/identity/pageRecord';
import { localDay } from '../../lib/text/dates';
import { useWords } from '../words';
import { Edits } from './Edits';

interface SavedTextProps {
  readonly record: PageRecord | null;
  /** Whether edits are listed, or only how many. */
  readonly edits: 'listed' | 'counted';
  /** Saves the text that the page has now. */
  readonly onSave: () => void;
  /** Null while it is being corrected. */
  readonly onCorrect: (() => void) | null;
}

/** When the article's text was saved, and how what stands here now differs from it. */
export function SavedText({ record, edits, onSave, onCorrect }: SavedTextProps) {
  const words = useWords().article;
  const article = record?.article ?? null;
  return (
    <div className="panel-saved">
      {record !== null && article !== null && (
        <TextStates record={record} edits={edits} since={localDay(new Date(article.textSavedAt))} onSave={onSave} />
      )}
      <div className="panel-buttons">
        {article === null && (
          <button type="button" className="button" title={words.saveHint} onClick={onSave}>
            {words.saveArticle}
          </button>
        )}
        {onCorrect !== null && (
          <button type="button" className="button" onClick={onCorrect}>
            {words.correct}
          </button>
        )}
      </div>
    </div>
  );
}

interface TextStatesProps {
  readonly record: PageRecord;
  readonly edits: 'listed' | 'counted';
  readonly since: string;
  readonly onSave: () => void;
}

function TextStates({ record: { text, paragraphs }, edits, since, onSave }: TextStatesProps) {
  const words = useWords().article;
  const take = (
    <button type="button" className="button" title={words.takeNewHint} onClick={onSave}>
      {words.takeNew}
    </button>
  );
  switch (text.is) {
    case 'same':
      return <p className="soft">{words.saved(since, paragraphs)}</p>;
    case 'edited':
      return (
        <Notice text={words.edited(text.edits.length, since)}>
          {edits === 'listed' && (
            <>
              <Edits edits={text.edits} />
              {take}
            </>
          )}
        </Notice>
      );
    case 'longer':
      return <Notice text={words.longer(text.by, since)}>{take}</Notice>;
    case 'shorter':
      return <Notice text={words.shorter(text.by, since)} />;
    case 'other':
      return <Notice text={words.otherText(since)}>{take}</Notice>;
  }
}

function Notice({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  return (
    <div className="panel-notice">
      <p role="status">{text}</p>
      {children}
    </div>
  );
}
