import type { EntryId } from '../../lib/model';
import type { Related as RelatedEntry } from '../../lib/reference/card';
import { useLanguage, useWords } from '../words';

type ToOpen = Pick<RelatedEntry, 'id' | 'zh' | 'en'>;

interface RelatedProps {
  readonly title: string;
  readonly entries: readonly ToOpen[];
  readonly onOpen: (id: EntryId) => void;
}

/** Other entries to go to. */
export function Related({ title, entries, onOpen }: RelatedProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Chips entries={entries} onOpen={onOpen} />
    </section>
  );
}

/** The same, told apart by how they stand to the entry. */
export function Relations({
  entries,
  onOpen,
}: { readonly entries: readonly RelatedEntry[] } & Pick<RelatedProps, 'onOpen'>) {
  const words = useWords().card;
  if (entries.length === 0) return null;
  const kinds = [...new Set(entries.map(({ how }) => how))];
  return (
    <section>
      <h3>{words.related}</h3>
      <dl className="card-relations">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{words.relations[kind]}</dt>
            <dd>
              <Chips entries={entries.filter(({ how }) => how === kind)} onOpen={onOpen} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Chips({ entries, onOpen }: Pick<RelatedProps, 'entries' | 'onOpen'>) {
  const language = useLanguage();
  return (
    <ul className="card-chips">
      {entries.map(({ id, zh, en }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <span lang="zh-CN">{zh}</span>
            {language === 'en' && en !== null && <small lang="en"> {en}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
