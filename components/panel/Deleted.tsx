import { useEffect, useRef } from 'react';
import type { AnnotationId, SavedArticleId } from '../../lib/model';
import { useWords } from '../words';

/** Something that was deleted in the panel. */
export type DeletedThing =
  { readonly is: 'note'; readonly id: AnnotationId } | { readonly is: 'article'; readonly id: SavedArticleId };

interface DeletedProps {
  /** What was deleted here and not brought back, the last one last. */
  readonly things: readonly DeletedThing[];
  readonly onUndo: (thing: DeletedThing) => void;
  readonly onTrash: () => void;
}

/** What was deleted last can be brought back, then the one before it. */
export function Deleted({ things, onUndo, onTrash }: DeletedProps) {
  const words = useWords();
  const undo = useRef<HTMLButtonElement>(null);
  const last = things.at(-1);
  const before = useRef(things.length);
  useEffect(() => {
    // The row whose button was pressed goes: not the focus with it.
    if (things.length > before.current) undo.current?.focus();
    before.current = things.length;
  }, [things.length]);
  if (last === undefined) return null;
  return (
    <div className="panel-notice panel-deleted">
      <p role="status">{last.is === 'note' ? words.notes.deleted : words.notes.articleDeleted}</p>
      <div className="panel-acts">
        <button ref={undo} type="button" className="button" onClick={() => onUndo(last)}>
          {words.card.undo}
        </button>
        <button type="button" className="button" onClick={onTrash}>
          {words.notes.trash}
        </button>
      </div>
    </div>
  );
}
