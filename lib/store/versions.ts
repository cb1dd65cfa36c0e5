import type { Transaction } from 'dexie';
import { isProse } from '../identity/edits';
import type { SavedArticle } from '../model';

interface Version {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  /** Fills rows that older versions wrote. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Every version of the database that was ever released. Append only. */
export const VERSIONS: readonly Version[] = [
  // "wrong here": a form that is not this entry on a site
  { version: 1, stores: { exceptions: 'id, [site+form+entryId]' } },
  // what the reader makes; only rows in the trash are in the index of deletedAt, since null is no key
  {
    version: 2,
    stores: {
      articles: 'id, &key, *fingerprints, deletedAt',
      annotations: 'id, articleId, *tags, deletedAt',
      changes: '++seq, [table+rowId]',
    },
  },
  // what is being written
  { version: 3, stores: { drafts: 'key' } },
  // all that a citation needs, other addresses of a page, what the reader decided about reprints
  {
    version: 4,
    stores: { articles: 'id, &key, *otherKeys, *fingerprints, deletedAt', choices: '[key+articleId], key' },
    upgrade: fillArticles,
  },
  // folders that the reader gave us to write in
  { version: 5, stores: { folders: 'name' } },
  // what imports wrote, so that they can be undone
  { version: 6, stores: { imports: '[id+part], id' } },
  // what the reader adds to the reference: own entries, corrections; packs, their entries, and what finds these
  {
    version: 7,
    stores: {
      ownEntries: 'id, deletedAt',
      corrections: 'id, deletedAt',
      packs: 'id',
      packEntries: '[content+block]',
      packTables: 'content',
    },
  },
  // what stands in which article, counted; the log of reading; annotations by their entries. `tally` is there to be
  // counted by without reading a row
  {
    version: 8,
    stores: {
      annotations: 'id, articleId, *tags, *entries, deletedAt',
      sightings: 'articleId, key, basis, site, *tally',
      readings: 'key, site, readAt, *tally',
    },
  },
];

const NO_FACTS = {
  subtitle: null,
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
};

/** Before version 4 an article had title, date and source, and no word on which paragraphs are its own. */
async function fillArticles(transaction: Transaction): Promise<void> {
  const articles = transaction.table<SavedArticle, string>('articles');
  for (const id of await articles.toCollection().primaryKeys()) {
    const before = (await articles.get(id))!;
    const { paragraphs, savedAt, updatedAt } = before;
    const filled = {
      ...NO_FACTS,
      authors: [],
      foundBy: { ...NO_FACTS, title: null, publishedAt: null, source: null, authors: null },
      otherKeys: [],
      canonical: null,
      said: {},
      body: [...paragraphs.keys()].filter((index) => isProse(paragraphs[index]!)),
      textSavedAt: savedAt,
    } satisfies Partial<SavedArticle>;
    await articles.put({ ...before, ...filled });
    await transaction.table('changes').add({ at: updatedAt, table: 'articles', rowId: id, before: {}, after: filled });
  }
}
