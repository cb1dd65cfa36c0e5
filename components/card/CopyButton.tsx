import { useState } from 'react';
import { useWords } from '../words';

interface CopyButtonProps {
  readonly text: () => string;
  /** Puts the text on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** Copies, and says whether it worked. */
export function CopyButton({ text, copy }: CopyButtonProps) {
  const words = useWords().card;
  const [done, setDone] = useState<'copied' | 'copyFailed' | null>(null);
  const press = async () => setDone((await copy(text())) ? 'copied' : 'copyFailed');
  return (
    <button type="button" onClick={() => void press()}>
      <span aria-live="polite">{done === null ? words.copy : words[done]}</span>
    </button>
  );
}
