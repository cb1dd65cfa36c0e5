import type { CardKey } from '../../lib/model';
import type { AnyCard } from '../../lib/reference/unlistedCard';
import { useWords } from '../words';

interface MentionListProps {
  readonly mentioned: readonly { readonly card: AnyCard; readonly count: number }[];
  readonly onOpen: (key: CardKey) => void;
}

/** What an article mentions, in the order in which it does; what the reference does not have says so. */
export function MentionList({ mentioned, onOpen }: MentionListProps) {
  const words = useWords();
  if (mentioned.length === 0) return <p className="soft">{words.shelf.noMentions}</p>;
  return (
    <ul className="reader-mentions">
      {mentioned.map(({ card, count }) => {
        const { key, kind, name } = card.entry === null ? card : ofEntry(card.entry);
        return (
          <li key={key}>
            <button type="button" onClick={() => onOpen(key)}>
              <span className={`card-kind kind-${kind}`}>{words.kinds[kind]}</span>
              <span lang="zh-CN">{name}</span>
              {card.entry === null && <span className="soft">{words.unlisted.group}</span>}
              <span className="soft">{words.shelf.places(count)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function ofEntry({ id, kind, names }: NonNullable<AnyCard['entry']>) {
  return { key: id, kind, name: names.zh };
}
