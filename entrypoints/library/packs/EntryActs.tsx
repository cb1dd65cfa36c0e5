import { hrefOf } from '../../../components/library/route';
import { useWords } from '../../../components/words';
import { OWN_PACK } from '../../../lib/packs/own';
import type { Card } from '../../../lib/reference/card';

/** What the reader can do with an entry: change their own, correct another. */
export function EntryActs({ card: { entry, from } }: { readonly card: Card }) {
  const { packs: words } = useWords();
  if (from?.id !== OWN_PACK.id) return null;
  return (
    <p>
      <a className="button" href={hrefOf({ view: 'edit-entry', id: entry.id })}>
        {words.edit}
      </a>
    </p>
  );
}
