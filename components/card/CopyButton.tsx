import { useState } from 'react';
import { useWords } from '../words';

interface CopyButtonProps {
  readonly text: () => string;
  /** Puts the text on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly label?: string;
  /** Said when it worked. */
  readonly done?: string;
}

/** Copies, and says whether it worked. */
export function CopyButton({ text, copy, label, done }: CopyButtonProps) {
  const words = useWords().card;
  const [outcome, setOutcome] = useState<'worked' | 'failed' | null>(null);
  const press = async () => setOutcome((await copy(text())) ? 'worked' : 'failed');
  const said = { worked: done ?? words.copied, failed: words.copyFailed };
  return (
    <button type="button" onClick={() => void press()}>
      <span aria-live="polite">{outcome === null ? (label ?? words.copy) : said[outcome]}</span>
    </button>
  );
}
