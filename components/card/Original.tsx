import type { Card } from '../../lib/reference/card';
import { differences } from '../../lib/packs/described';
import { useLanguage, useWords } from '../words';

/** What an entry's pack says where the reader has corrected it. */
export function Original({ card: { entry, original } }: { readonly card: Card }) {
  const words = useWords().packs;
  const language = useLanguage();
  if (original === null) return null;
  return (
    <section className="card-original">
      <h3>{words.original}</h3>
      <dl>
        {differences(original, entry, language).map(({ field, before }) => (
          <div key={field}>
            <dt>{words.correctable[field]}</dt>
            <dd>{before || words.nothingThere}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
