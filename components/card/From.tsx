import type { Card } from '../../lib/reference/card';
import { useText, useWords } from '../words';

/** The pack that an entry is from, where it is not the one that comes with us; that the reader has corrected it. */
export function From({ card: { from, original } }: { readonly card: Card }) {
  const words = useWords().packs;
  const text = useText();
  return (
    <>
      {from !== null && <span className="card-from">{words.from(text(from.title))}</span>}
      {original !== null && <span className="card-from">{words.correctedByYou}</span>}
    </>
  );
}
