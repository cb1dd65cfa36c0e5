import { useId, useState } from 'react';
import type { CardKey } from '../../lib/model';
import type { UnlistedCard as UnlistedContent } from '../../lib/reference/unlistedCard';
import { unlistedText } from '../../lib/words/unlistedText';
import { CopyButton } from '../card/CopyButton';
import { UnlistedCard } from '../card/UnlistedCard';
import { useLanguage, useWords } from '../words';
import type { UnlistedPanelRow } from './Panel';
import { RowHead } from './RowHead';

interface UnlistedRowProps {
  readonly row: UnlistedPanelRow;
  readonly onJump: (key: CardKey, nth: number) => void;
  readonly onAdd: ((card: UnlistedContent) => void) | undefined;
  readonly copy: (text: string) => Promise<boolean>;
}

/** Something that the reference does not have, with what the article says of it. */
export function UnlistedRow({ row: { card, count }, onJump, onAdd, copy }: UnlistedRowProps) {
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const cardId = useId();
  return (
    <li className="row">
      <RowHead
        name={card.name}
        line={card.offices[0]?.office ?? words.kinds[card.kind]}
        count={count}
        isOpen={open}
        cardId={cardId}
        onToggle={() => setOpen(!open)}
        onJump={(nth) => onJump(card.key, nth)}
      />
      <div id={cardId} hidden={!open}>
        {open && (
          <UnlistedCard
            card={card}
            mention={null}
            count={count}
            {...(onAdd !== undefined && { onAdd: () => onAdd(card) })}
            foot={<CopyButton text={() => unlistedText(card, language)} copy={copy} />}
          />
        )}
      </div>
    </li>
  );
}
