import { useWords } from '../words';

/** How far the counting is. */
export type CountingState =
  | { readonly is: 'counting'; readonly done: number; readonly total: number }
  | { readonly is: 'paused'; readonly left: number }
  | { readonly is: 'elsewhere' }
  | { readonly is: 'whole' };

interface CountingLineProps {
  readonly counting: CountingState | null;
  readonly onPause: (isPaused: boolean) => void;
}

/** Says that counting is not over yet, and lets it be stopped; nothing once it is. */
export function CountingLine({ counting, onPause }: CountingLineProps) {
  const words = useWords().follow;
  switch (counting?.is) {
    case undefined:
    case 'whole':
      return null;
    case 'elsewhere':
      return <p className="soft">{words.countingElsewhere}</p>;
    case 'paused':
      return (
        <p className="follow-counting">
          <span>{words.paused(counting.left)}</span>
          <button type="button" className="button" onClick={() => onPause(false)}>
            {words.resume}
          </button>
        </p>
      );
    case 'counting':
      return (
        <p className="follow-counting">
          <progress
            value={counting.done}
            max={counting.total}
            aria-label={words.counting(counting.done, counting.total)}
          />
          <span>{words.counting(counting.done, counting.total)}</span>
          <button type="button" className="button" onClick={() => onPause(true)}>
            {words.pause}
          </button>
        </p>
      );
  }
}
