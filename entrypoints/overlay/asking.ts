import { readHead } from '../../lib/article/head';
import { askBackground, type MetCounts } from '../../lib/messages';
import { UNLISTED_IDS, type EntryId } from '../../lib/model';
import type { CardView } from '../../lib/page/overlay';
import type { Card } from '../../lib/reference/card';
import type { UnlistedCard } from '../../lib/reference/unlistedCard';
import { offered } from '../pages/offered';

/** The card of an entry that the shown one names; null when there is none. Rejects when nobody answers. */
export async function cardOf({ cardHere, date }: CardView, id: EntryId): Promise<Card | null> {
  const here = cardHere(id);
  return here === undefined || here.entry === null ? askBackground('card', { id, date }) : here;
}

/** Opens the entry's page in the library. */
export async function openInLibrary(id: EntryId): Promise<void> {
  await askBackground('openEntry', { id }).catch(() => undefined);
}

/** How often the reader has met an entry; null when nobody answers. */
export function metOf(id: EntryId): Promise<MetCounts | null> {
  return askBackground('met', { id }).catch(() => null);
}

/** Opens where it stands in the reader's articles. */
export async function follow(id: EntryId): Promise<void> {
  await askBackground('openFollow', { id }).catch(() => undefined);
}

/** Opens the form of a new entry with what this article says. */
export async function offerEntry(card: UnlistedCard, { mark, date }: CardView): Promise<void> {
  const { title } = readHead(document, document.URL);
  const article = { url: document.URL, title, publishedAt: date };
  await askBackground('offerEntry', offered(card, mark.mention.surface, article)).catch(() => undefined);
}

/** The form is not this entry on this site. Null: not written down. */
export async function wrongHere({ mention }: CardView['mark']): Promise<{ undo: () => Promise<void> } | null> {
  const { surface: form } = mention;
  const entryId = mention.entryId ?? UNLISTED_IDS[mention.kind];
  const written = await askBackground('wrongHere', { form, entryId }).catch(() => null);
  if (written === null) return null;
  return {
    undo: async () => {
      await askBackground('undoWrongHere', { id: written.id });
    },
  };
}
