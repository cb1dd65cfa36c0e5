import { useId, useState } from 'react';
import type { EntryId, PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { copyText } from '../../lib/words/copyText';
import { firstLine } from '../../lib/words/firstLine';
import { Card } from '../card/Card';
import { CopyButton } from '../card/CopyButton';
import { useLanguage, useWords } from '../words';
import type { PanelRow } from './Panel';
import { RowHead } from './RowHead';

interface RowProps {
  readonly row: PanelRow;
  readonly date: PartialDate | null;
  readonly onJump: (id: EntryId, nth: number) => void;
  readonly onOpen: (id: EntryId) => Promise<CardContent | null>;
  readonly onLibrary: (id: EntryId) => void;
  readonly copy: (text: string) => Promise<boolean>;
}

/** One entry of the list: its card unfolds here, and the page goes to its mentions. */
export function Row({ row: { card, count }, date, onJump, onOpen, onLibrary, copy }: RowProps) {
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const cardId = useId();
  const { id, names } = card.entry;
  return (
    <li className="row">
      <RowHead
        name={names.zh}
        line={firstLine(card, language)}
        count={count}
        isOpen={open}
        cardId={cardId}
        onToggle={() => setOpen(!open)}
        onJump={(nth) => onJump(id, nth)}
      />
      <div id={cardId} hidden={!open}>
        {open && (
          <Card
            card={card}
            mention={null}
            date={date}
            alternatives={[]}
            parts={[]}
            onOpen={onOpen}
            foot={(shown) => (
              <footer className="card-foot">
                <CopyButton
                  key={shown.entry.id}
                  text={() => copyText(shown, language, { date, stated: null })}
                  copy={copy}
                />
                <button type="button" onClick={() => onLibrary(shown.entry.id)}>
                  {words.card.library}
                </button>
              </footer>
            )}
          />
        )}
      </div>
    </li>
  );
}
