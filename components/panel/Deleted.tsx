import { useEffect, useRef } from 'react';
import type { AnnotationId } from '../../lib/model';
import { useWords } from '../words';

interface DeletedProps {
  /** What was deleted here and not brought back, the last one last. */
  readonly ids: readonly AnnotationId[];
  readonly onUndo: (id: AnnotationId) => void;
  readonly onTrash: () => void;
}

/** What was deleted last can be brought back, then the one before it. */
export function Deleted({ ids, onUndo, onTrash }: DeletedProps) {
  const words = useWords();
  const undo = useRef<HTMLButtonElement>(null);
  const last = ids.at(-1);
  const before = useRef(ids.length);
  useEffect(() => {
    // The row whose button was pressed goes: not the focus with it.
    if (ids.length > before.current) undo.current?.focus();
    before.current = ids.length;
  }, [ids.length]);
  if (last === undefined) return null;
  return (
    <div className="panel-notice panel-deleted">
      <p role="status">{words.notes.deleted}</p>
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
