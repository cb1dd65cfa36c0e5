import { memo, useMemo, type ReactNode } from 'react';
import { piecesOf, type Piece, type PlacedMention, type PlacedNotes } from '../../lib/library/placed';
import type { AnnotationId, CardKey } from '../../lib/model';
import type { InText } from '../library/route';
import { NOTE_COLOURS } from '../../lib/words/colours';

interface ArticleTextProps {
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  /** Which of them are the article itself; none: all. */
  readonly body: readonly number[];
  readonly notes: PlacedNotes;
  /** Of each paragraph, with offsets in it. */
  readonly mentions: readonly (readonly PlacedMention[])[];
  readonly current: AnnotationId | null;
  /** Shown first, whether or not anything was annotated there. */
  readonly passage: InText | null;
  readonly onNote: (id: AnnotationId) => void;
  readonly onMention: (key: CardKey) => void;
}

/** The stored text with annotations and mentions in it. By keyboard both are reached from the lists beside it. */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { title, paragraphs, notes, mentions, passage } = props;
  const own = new Set(props.body);
  const pieces = useMemo(
    () =>
      paragraphs.map((paragraph, number) =>
        piecesOf(
          paragraph,
          notes.byParagraph[number] ?? [],
          mentions[number] ?? [],
          passage?.paragraph === number ? passage : null,
        ),
      ),
    [paragraphs, notes, mentions, passage],
  );
  return (
    <div className="reader-text" lang="zh-CN">
      {paragraphs.map((paragraph, number) => {
        const isOwn = own.size === 0 || own.has(number);
        // The title stands above as the heading; what the site has around the article only where it was annotated.
        const isAsked = notes.byParagraph[number]!.length > 0 || passage?.paragraph === number;
        if ((!isOwn || paragraph === title) && !isAsked) return null;
        return (
          // eslint-disable-next-line react/no-array-index-key -- paragraphs have no other name
          <p key={number}>
            {pieces[number]!.map((piece) => (
              <TextPiece key={piece.start} piece={piece} text={paragraph.slice(piece.start, piece.end)} {...props} />
            ))}
          </p>
        );
      })}
    </div>
  );
});

interface TextPieceProps extends Pick<ArticleTextProps, 'current' | 'onNote' | 'onMention'> {
  readonly piece: Piece;
  readonly text: string;
}

function TextPiece({ piece: { notes, mention, isPassage }, text, current, onNote, onMention }: TextPieceProps) {
  const inside =
    mention === null ? (
      named(text, isPassage)
    ) : (
      <span className="reader-mention" onClick={() => notes.length === 0 && onMention(mention.key)}>
        {named(text, isPassage)}
      </span>
    );
  // The one made last lies on top.
  const note = notes.find(({ id }) => id === current) ?? notes.at(-1);
  if (note === undefined) return inside;
  const classes = ['reader-note', note.isChanged ? 'is-changed' : '', note.id === current ? 'is-current' : ''];
  return (
    <mark
      className={classes.filter(Boolean).join(' ')}
      data-note={notes.map(({ id }) => id).join(' ')}
      style={{ '--note': NOTE_COLOURS[note.colour] } as React.CSSProperties}
      onClick={() => onNote(note.id)}
    >
      {inside}
    </mark>
  );
}

function named(text: string, isPassage: boolean): ReactNode {
  return isPassage ? <mark className="reader-passage">{text}</mark> : text;
}
