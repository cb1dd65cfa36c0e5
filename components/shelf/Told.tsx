import { Message } from '../notes/Message';
import '../notes/notes.css';
import { useWords } from '../words';

interface ToldProps {
  readonly actions: {
    readonly told: string | null;
    readonly canUndo: boolean;
    readonly undo: () => void;
    readonly dismiss: () => void;
  };
}

/** What was done last, and the way back. */
export function Told({ actions: { told, canUndo, undo, dismiss } }: ToldProps) {
  const words = useWords();
  return (
    <div className="shelf-told">
      {told !== null && (
        <Message
          key={told}
          text={told}
          actions={canUndo ? [{ name: words.card.undo, do: undo }] : []}
          endsBySelf
          onClose={dismiss}
        />
      )}
    </div>
  );
}
