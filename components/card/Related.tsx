import type { EntryId } from '../../lib/model';
import type { Related as RelatedEntry } from '../../lib/reference/card';

interface RelatedProps {
  readonly title: string;
  readonly entries: readonly RelatedEntry[];
  readonly onOpen: (id: EntryId) => void;
}

/** Other entries to go to. */
export function Related({ title, entries, onOpen }: RelatedProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="card-chips">
        {entries.map(({ id, zh }) => (
          <li key={id}>
            <button type="button" lang="zh-CN" onClick={() => onOpen(id)}>
              {zh}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
