import { useWords } from '../../components/words';
import type { CardView } from '../../lib/page/overlay';

/** The buttons at the right of a card's head: pin, close. */
export function Corner({ pinned, on }: Pick<CardView, 'pinned' | 'on'>) {
  const words = useWords().card;
  return (
    <>
      <button type="button" aria-pressed={pinned} onClick={() => on.pin(!pinned)}>
        {pinned ? words.unpin : words.pin}
      </button>
      <button type="button" aria-label={words.close} title={words.close} onClick={on.close}>
        ✕
      </button>
    </>
  );
}
