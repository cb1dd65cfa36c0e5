import { useWords } from '../words';
import './texts.css';

interface WorkingProps {
  readonly sentence: string;
  readonly label: string;
  /** Of 1. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** Something that takes time, how far it is, and its end if the reader wants it. */
export function Working({ sentence, label, share, onCancel }: WorkingProps) {
  const words = useWords().texts;
  return (
    <div className="text-progress">
      <p role="status">{sentence}</p>
      <progress max={1} value={share} aria-label={label} />
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
