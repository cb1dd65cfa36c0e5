import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../lib/model';
import { wordsOf } from '../../lib/words/words';

interface ToastProps {
  readonly form: string;
  readonly language: Language;
  /** Null when it could not be done: then there is nothing to undo. */
  readonly undo: (() => Promise<void>) | null;
  readonly onEnd: () => void;
}

/** ms. Long enough to read it and to reach the button, WCAG 2.2.1 aside: options keep the list. */
const SHOWN_FOR = 10_000;
/** ms after undoing. */
const LINGERS = 1500;
/** ms between two looks whether pointer and focus have left it. */
const LOOK_EVERY = 500;

/** Says that a mark will not come back here, with undo; or that this failed. */
export function Toast({ form, language, undo, onEnd }: ToastProps) {
  const words = wordsOf(language).card;
  const [state, setState] = useState<'done' | 'undone' | 'failed'>(undo === null ? 'failed' : 'done');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer = setTimeout(end, state === 'undone' ? LINGERS : SHOWN_FOR);
    function end() {
      if (element.current?.matches(':hover, :focus-within')) timer = setTimeout(end, LOOK_EVERY);
      else onEnd();
    }
    return () => clearTimeout(timer);
  }, [state, onEnd]);

  const press = () => {
    undo?.().then(
      () => setState('undone'),
      () => setState('failed'),
    );
  };
  return (
    <div ref={element} className="toast card" role="status" lang={wordsOf(language).lang}>
      {state === 'undone' ? words.undone : state === 'failed' ? words.failed : words.wrongDone(form)}
      {undo !== null && state !== 'undone' && (
        <button type="button" onClick={press}>
          {words.undo}
        </button>
      )}
      <button type="button" aria-label={words.close} title={words.close} onClick={onEnd}>
        ✕
      </button>
    </div>
  );
}
