import type { Annotation, Colour, ColourNames } from '../../lib/model';
import { useWords } from '../words';
import { Colours } from './Colours';
import { Difference } from './Difference';
import { NoteText } from './NoteText';

interface NoteCardProps {
  readonly annotation: Annotation;
  readonly colourNames: ColourNames;
  /** The words that stand there now, where they differ from the quote. */
  readonly now: string | null;
  /** Its paragraph was edited since the article was saved. */
  readonly isParagraphEdited: boolean;
  /** How many others cover the same place. */
  readonly others: number;
  readonly onNext: () => void;
  readonly onConfirm: () => void;
  readonly onColour: (colour: Colour) => void;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** An annotation as one reads it beside its passage. */
export function NoteCard({ annotation, colourNames, now, isParagraphEdited, others, ...on }: NoteCardProps) {
  const { notes: words, article: aboutArticle } = useWords();
  const { colour, note, tags, anchor, otherNotes } = annotation;
  return (
    <article className="card notes-card" aria-label={words.note} tabIndex={-1}>
      <div className="card-bar">
        <span className="card-kind">{words.note}</span>
        {others > 0 && (
          <button type="button" onClick={on.onNext}>
            {words.othersHere(others)}
          </button>
        )}
        <button type="button" aria-label={words.close} title={words.close} onClick={on.onClose}>
          ✕
        </button>
      </div>
      <div className="card-body">
        {now !== null && anchor !== null && (
          <div className="card-warning">
            <p>{words.changed}</p>
            <Difference before={anchor.quote} after={now} />
            <button type="button" onClick={on.onConfirm}>
              {words.confirm}
            </button>
          </div>
        )}
        {now === null && isParagraphEdited && <p className="soft">{aboutArticle.paragraphEdited}</p>}
        {otherNotes.length > 0 && <p className="card-warning">{words.hasOthers}</p>}
        {note !== '' && <NoteText text={note} />}
        {tags.length > 0 && <p className="soft">{tags.map((tag) => `#${tag}`).join(' ')}</p>}
        <Colours chosen={colour} names={colourNames} onChoose={on.onColour} />
      </div>
      <footer className="card-foot">
        <button type="button" className="card-here" onClick={on.onDelete}>
          {words.delete}
        </button>
        <button type="button" onClick={on.onCopy}>
          {words.copyQuote}
        </button>
        <button type="button" onClick={on.onEdit}>
          {note === '' ? words.writeNote : words.editNote}
        </button>
      </footer>
    </article>
  );
}
