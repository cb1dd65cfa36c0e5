import { useEffect, useRef } from 'react';
import { useWords } from '../words';

interface MessageProps {
  readonly text: string;
  readonly actions: readonly { readonly name: string; readonly do: () => void }[];
  /** Goes by itself once it was there to be read. */
  readonly endsBySelf?: boolean;
  readonly onClose: () => void;
}

/** ms. Long enough to read it and to reach the button. */
const SHOWN_FOR = 10_000;
/** ms between two looks whether pointer and focus have left it. */
const LOOK_EVERY = 500;

/** A sentence in a corner of the page, with what can be done about it. */
export function Message({ text, actions, endsBySelf = false, onClose }: MessageProps) {
  const words = useWords().notes;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!endsBySelf) return;
    let timer = setTimeout(end, SHOWN_FOR);
    function end() {
      if (element.current?.matches(':hover, :focus-within')) timer = setTimeout(end, LOOK_EVERY);
      else onClose();
    }
    return () => clearTimeout(timer);
  }, [endsBySelf, onClose]);
  return (
    <div ref={element} className="toast card" role="status">
      {text}
      {actions.map((action) => (
        <button key={action.name} type="button" onClick={action.do}>
          {action.name}
        </button>
      ))}
      <button type="button" aria-label={words.close} title={words.close} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
