import { memo } from 'react';
import type { ListedNote } from '../../lib/library/rows';
import type { ColourNames, EntryId } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';
import { Highlighted } from './Highlighted';

interface NoteLineProps {
  readonly listed: ListedNote;
  readonly terms: readonly string[];
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
}

/** px. A quote of two lines, a note of one or two, and where it stands. */
export const NOTE_HEIGHT = 116;

/** An annotation in a list. */
export const NoteLine = memo(function NoteLine({
  listed: { note, article, isLost },
  terms,
  colourNames,
  nameOf,
}: NoteLineProps) {
  const words = useWords();
  const { quote, colour, tags, entries } = note;
  return (
    <>
      <span className="shelf-check" data-select aria-hidden />
      <span className="shelf-bar" style={{ background: NOTE_COLOURS[colour] }} />
      <span className="visually-hidden">{colourNames[colour] ?? words.notes.colours[colour]}</span>
      <span className="shelf-body">
        {quote === null ? (
          <span className="shelf-quote">
            <span className="shelf-badge">{words.notes.onArticle}</span>
          </span>
        ) : (
          <span className={note.note === '' ? 'shelf-quote is-alone' : 'shelf-quote'} lang="zh-CN">
            <Highlighted text={quote} terms={terms} />
          </span>
        )}
        {note.note !== '' && (
          <span className={quote === null ? 'shelf-note is-alone' : 'shelf-note'}>
            <Highlighted text={withoutMarkup(note.note)} terms={terms} />
          </span>
        )}
        <span className="shelf-about">
          <span className="shelf-title" lang="zh-CN">
            <Highlighted text={article.title ?? words.panel.untitled} terms={terms} />
          </span>
          {[article.source, article.publishedAt].map((fact) => fact !== null && <span key={fact}>{fact}</span>)}
          {isLost && <span className="shelf-badge is-warning">{words.shelf.states.lost}</span>}
          {note.otherNotes.length > 0 && <span className="shelf-badge is-warning">{words.shelf.states.conflict}</span>}
          {tags.map((tag) => (
            <span key={tag} className="shelf-tag">
              #{tag}
            </span>
          ))}
          {entries.map((entry) => (
            <span key={entry} className="shelf-entry" lang="zh-CN">
              {nameOf(entry)}
            </span>
          ))}
        </span>
      </span>
      <span className="shelf-day">{note.day}</span>
    </>
  );
});

/** Markdown as one reads it in a line. */
function withoutMarkup(note: string): string {
  return note.replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, '').replace(/[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}/g, '');
}
