import type { EntryId } from '../../lib/model';
import type { Card } from '../../lib/reference/card';
import { useWords } from '../words';

interface MentionListProps {
  readonly mentioned: readonly { readonly card: Card; readonly count: number }[];
  readonly onOpen: (id: EntryId) => void;
}

/** The entries that an article mentions, in the order in which it does. */
export function MentionList({ mentioned, onOpen }: MentionListProps) {
  const words = useWords();
  if (mentioned.length === 0) return <p className="soft">{words.shelf.noMentions}</p>;
  return (
    <ul className="reader-mentions">
      {mentioned.map(({ card: { entry }, count }) => (
        <li key={entry.id}>
          <button type="button" onClick={() => onOpen(entry.id)}>
            <span className={`card-kind kind-${entry.kind}`}>{words.kinds[entry.kind]}</span>
            <span lang="zh-CN">{entry.names.zh}</span>
            <span className="soft">{words.shelf.places(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
