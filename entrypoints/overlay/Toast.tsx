import { useEffect, useState } from 'react';
import type { Language } from '../../lib/model';
import { wordsOf } from '../../lib/words/words';

interface ToastProps {
  readonly form: string;
  readonly language: Language;
  readonly onUndo: () => Promise<void>;
  readonly onEnd: () => void;
}

/** ms. Long enough to read it and to reach the button, WCAG 2.2.1 aside: options keep the list. */
const SHOWN_FOR = 10_000;
/** ms after undoing. */
const LINGERS = 1500;

/** Says that a mark will not come back here, with undo. */
export function Toast({ form, language, onUndo, onEnd }: ToastProps) {
  const words = wordsOf(language).card;
  const [state, setState] = useState<'done' | 'undone' | 'failed'>('done');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onEnd, state === 'undone' ? LINGERS : SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state, held, onEnd]);

  const undo = () => {
    onUndo().then(
      () => setState('undone'),
      () => setState('failed'),
    );
  };
  return (
    <div
      className="toast card"
      role="status"
      lang={wordsOf(language).lang}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {state === 'undone' ? words.undone : state === 'failed' ? words.failed : words.wrongDone(form)}
      {state !== 'undone' && (
        <button type="button" onClick={undo}>
          {words.undo}
        </button>
      )}
      <button type="button" aria-label={words.close} title={words.close} onClick={onEnd}>
        ✕
      </button>
    </div>
  );
}
