import type { EntryId, PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { Lines } from './Lines';
import { Office } from './Office';
import { TermFacts } from './TermFacts';

interface FactsProps {
  readonly card: CardContent;
  readonly date: PartialDate | null;
  /** The office as the article writes it beside the name. */
  readonly stated: string | null;
  readonly onOpen: (id: EntryId) => void;
}

/** What the reference says of an entry. */
export function Facts({ card, date, stated, onOpen }: FactsProps) {
  const { entry } = card;
  return entry.kind === 'official' ? (
    <Office official={entry} card={card} date={date} stated={stated} onOpen={onOpen} />
  ) : (
    <TermFacts term={entry} date={date} />
  );
}

/** Where that stands. The documents of a person stand on the line of offices. */
export function Evidence({ card, isFull }: { readonly card: CardContent; readonly isFull: boolean }) {
  const { entry, attestations, sources } = card;
  return (
    <Lines attestations={entry.kind === 'official' && !isFull ? [] : attestations} sources={sources} isFull={isFull} />
  );
}
