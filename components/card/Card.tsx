import { useState, type ReactNode } from 'react';
import type { EntryId, KnownMention, PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { useWords } from '../words';
import { Evidence, Facts } from './Facts';
import { From } from './From';
import { Heading } from './Heading';
import { Original } from './Original';
import { Related, Relations } from './Related';
import { Why } from './Why';

export interface CardProps {
  readonly card: CardContent;
  /** Set when the card belongs to a mention in an article. */
  readonly mention: KnownMention | null;
  readonly date: PartialDate | null;
  readonly alternatives: readonly CardContent[];
  readonly parts: readonly CardContent[];
  /** Buttons at the right of the head: pin, close. */
  readonly corner?: ReactNode;
  /** What the reader's own articles tell of it. */
  readonly own?: (shown: CardContent) => ReactNode;
  /** What stands at the bottom: place in the article, copy, wrong here. */
  readonly foot?: (shown: CardContent) => ReactNode;
  readonly onOpen: (id: EntryId) => Promise<CardContent | null>;
}

/** The card of an entry; other entries that it names open inside it, with a way back. */
export function Card({ card, mention, date, alternatives, parts, corner, own, foot, onOpen }: CardProps) {
  const words = useWords();
  const [opened, setOpened] = useState<readonly CardContent[]>([]);
  const shown = opened.at(-1) ?? card;
  const isOwn = opened.length === 0;
  const { entry } = shown;

  const open = (id: EntryId) => {
    const here = [...alternatives, ...parts].find((each) => each.entry.id === id);
    const found = here === undefined ? onOpen(id) : Promise.resolve(here);
    void found.then((next) => next !== null && setOpened((before) => [...before, next]));
  };

  return (
    <article className="card" aria-label={words.card.label(entry.names.zh)} tabIndex={-1}>
      <div className="card-bar">
        {!isOwn && (
          <button type="button" onClick={() => setOpened(opened.slice(0, -1))}>
            ← {words.card.back}
          </button>
        )}
        <span className={`card-kind kind-${entry.kind}`}>{words.kinds[entry.kind]}</span>
        <From card={shown} />
        {corner}
      </div>
      <div className="card-body">
        <Heading entry={entry} />
        <Facts card={shown} article={{ date, stated: isOwn ? (mention?.statedOffice ?? null) : null }} onOpen={open} />
        {isOwn && <Related title={words.card.alternatives} entries={alternatives.map(relatedTo)} onOpen={open} />}
        {isOwn && <Related title={words.card.parts} entries={parts.map(relatedTo)} onOpen={open} />}
        <Original card={shown} />
        <Relations entries={isOwn ? shown.related.filter(isNotIn(parts)) : shown.related} onOpen={open} />
        <Evidence card={shown} isFull={false} />
        {own?.(shown)}
        {isOwn && mention !== null && <Why reasons={mention.why} />}
      </div>
      {foot?.(shown)}
    </article>
  );
}

function isNotIn(cards: readonly CardContent[]) {
  return ({ id }: { readonly id: EntryId }) => !cards.some((card) => card.entry.id === id);
}

function relatedTo({ entry }: CardContent) {
  return { id: entry.id, zh: entry.names.zh, en: entry.names.en?.text ?? null };
}
