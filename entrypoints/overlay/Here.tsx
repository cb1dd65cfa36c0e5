import { useWords } from '../../components/words';
import type { CardView } from '../../lib/page/overlay';

/** The place of a mention among those of its card, with the way to the next. */
export function Here({ nth, count, on }: Pick<CardView, 'nth' | 'count' | 'on'>) {
  const words = useWords().card;
  return (
    <div className="card-here">
      <button
        type="button"
        aria-label={words.previous}
        title={words.previous}
        disabled={count < 2}
        onClick={() => on.step(-1)}
      >
        ‹
      </button>
      <span>{words.here(nth, count)}</span>
      <button type="button" aria-label={words.next} title={words.next} disabled={count < 2} onClick={() => on.step(1)}>
        ›
      </button>
    </div>
  );
}
