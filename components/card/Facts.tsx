import type { EntryId, PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { Lines } from './Lines';
import { Office } from './Office';
import { TermFacts } from './TermFacts';

/** What the article that the reader has open gives. */
export interface FromArticle {
  readonly date: PartialDate | null;
  /** The office as the article writes it beside the name. */
  readonly stated: string | null;
}

interface FactsProps {
  readonly card: CardContent;
  /** Null outside of any article. */
  readonly article: FromArticle | null;
  readonly onOpen: (id: EntryId) => void;
}

/** What the reference says of an entry. */
export function Facts({ card, article, onOpen }: FactsProps) {
  const { entry } = card;
  return entry.kind === 'official' ? (
    <Office official={entry} card={card} article={article} onOpen={onOpen} />
  ) : (
    <TermFacts term={entry} date={article?.date ?? null} />
  );
}

/** Where that stands. The documents of a person stand on the line of offices. */
export function Evidence({ card, isFull }: { readonly card: CardContent; readonly isFull: boolean }) {
  const { entry, attestations, sources } = card;
  return (
    <Lines attestations={entry.kind === 'official' && !isFull ? [] : attestations} sources={sources} isFull={isFull} />
  );
}
