import type { EntryId } from '../../lib/model';
import type { Related as RelatedEntry } from '../../lib/reference/card';
import { useLanguage } from '../words';

interface RelatedProps {
  readonly title: string;
  readonly entries: readonly RelatedEntry[];
  readonly onOpen: (id: EntryId) => void;
}

/** Other entries to go to. */
export function Related({ title, entries, onOpen }: RelatedProps) {
  const language = useLanguage();
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
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
    </section>
  );
}
