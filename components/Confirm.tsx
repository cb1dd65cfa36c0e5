import { useEffect, useRef, useState } from 'react';
import { useWords } from './words';

interface ConfirmProps {
  /** On the button that asks. */
  readonly label: string;
  /** What the button concerns, for those who do not see where it stands. */
  readonly of?: string;
  readonly question: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly onConfirm: () => void;
}

/** A button that asks before it does what cannot be undone. */
export function Confirm({ label, of, question, yes, onConfirm }: ConfirmProps) {
  const words = useWords().notes;
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const ask = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button ref={ask} type="button" className="button" onClick={() => setAsking(true)}>
        {label}
        {of !== undefined && <span className="visually-hidden"> {of}</span>}
      </button>
    );
  }
  return (
    <div
      className="confirm"
      role="group"
      aria-label={question}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <span role="alert">{question}</span>
      <button
        type="button"
        className="button is-main"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {yes}
      </button>
      <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
        {words.cancel}
      </button>
    </div>
  );
}
