import type { Annotation } from '../../lib/model';
import { useWords } from '../words';
import { Difference } from './Difference';
import { NoteText } from './NoteText';

interface NoteFromElsewhereProps {
  readonly annotation: Annotation;
  /** The article that it was made at. */
  readonly from: string;
  readonly url: string;
  /** The words that stand here, where they differ from the quote. */
  readonly now: string | null;
  readonly onCopy: () => void;
  readonly onHide: () => void;
  readonly onCopyHere: () => void;
  readonly onClose: () => void;
}

/** An annotation of the same text at another address, beside its passage here: to be read, not changed. */
export function NoteFromElsewhere({ annotation, from, url, now, ...on }: NoteFromElsewhereProps) {
  const words = useWords();
  const { note, tags, anchor } = annotation;
  return (
    <article className="card notes-card" aria-label={words.notes.note} tabIndex={-1}>
      <div className="card-bar">
        <span className="card-kind">{words.notes.note}</span>
        <button type="button" aria-label={words.notes.close} title={words.notes.close} onClick={on.onClose}>
          ✕
        </button>
      </div>
      <div className="card-body">
        {now !== null && anchor !== null && <Difference before={anchor.quote} after={now} />}
        {note !== '' && <NoteText text={note} />}
        {tags.length > 0 && <p className="soft">{tags.map((tag) => `#${tag}`).join(' ')}</p>}
        <p className="soft">
          <a href={url} target="_blank" rel="noreferrer">
            {words.article.from}
            <span lang="zh-CN">{from}</span>
          </a>
        </p>
      </div>
      <footer className="card-foot">
        <button type="button" className="card-here" onClick={on.onHide}>
          {words.article.hideHere}
        </button>
        <button type="button" onClick={on.onCopy}>
          {words.notes.copyQuote}
        </button>
        <button type="button" onClick={on.onCopyHere}>
          {words.article.copyHere}
        </button>
      </footer>
    </article>
  );
}
