/** Every version of the database that was ever released. Append only. */
export const VERSIONS: readonly { readonly version: number; readonly stores: Readonly<Record<string, string>> }[] = [
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
];
