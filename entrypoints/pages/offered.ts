import type { OfferedEntry } from '../../lib/packs/offered';
import type { PartialDate } from '../../lib/model';
import type { UnlistedCard } from '../../lib/reference/unlistedCard';

/** An article as an entry made from it names its source. */
interface SourceArticle {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: PartialDate | null;
}

/** What an article says of something unlisted, as an entry of the reader's own pack begins. */
export function offered(card: UnlistedCard, form: string, { url, title, publishedAt }: SourceArticle): OfferedEntry {
  const { kind, name, offices, members } = card;
  const told = { office: offices[0]?.office, title: title ?? undefined, date: publishedAt ?? undefined };
  return { kind, form, name, members, url, ...told };
}
