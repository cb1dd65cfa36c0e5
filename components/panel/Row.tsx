import { useId, useState } from 'react';
import type { EntryId, PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { copyText } from '../../lib/words/copyText';
import { firstLine } from '../../lib/words/firstLine';
import { Card } from '../card/Card';
import { CopyButton } from '../card/CopyButton';
import { useLanguage, useWords } from '../words';
import type { PanelRow } from './Panel';

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
  const [at, setAt] = useState<number | null>(null);
  const cardId = useId();
  const { id, names } = card.entry;

  // The page may have lost mentions since.
  const nth = at !== null && at < count ? at : null;
  const jump = (to: number) => {
    setAt(to);
    onJump(id, to);
  };
  return (
    <li className="row">
      <div className="row-head">
        <button
          type="button"
          className="row-name"
          aria-expanded={open}
          aria-controls={cardId}
          onClick={() => setOpen(!open)}
        >
          <span lang="zh-CN">{names.zh}</span>
          <span className="soft row-line" lang={words.lang}>
            {firstLine(card, language)}
          </span>
        </button>
        <span className="row-jump">
          {count > 1 && (
            <button
              type="button"
              className="button"
              aria-label={words.panel.jumpPrevious(names.zh)}
              title={words.card.previous}
              onClick={() => jump((nth === null || nth === 0 ? count : nth) - 1)}
            >
              ‹
            </button>
          )}
          <span className="row-count" aria-live="polite">
            <span aria-hidden="true">{nth === null ? count : `${nth + 1}/${count}`}</span>
            <span className="visually-hidden">
              {nth === null ? words.panel.count(count) : words.card.here(nth + 1, count)}
            </span>
          </span>
          <button
            type="button"
            className="button"
            aria-label={words.panel.jumpNext(names.zh)}
            title={words.card.next}
            onClick={() => jump(nth === null ? 0 : (nth + 1) % count)}
          >
            ›
          </button>
        </span>
      </div>
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
