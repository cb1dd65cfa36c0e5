/**
 * Imports that were done, so that they can be undone later, after a restart too. The log has every row's previous state;
 * kept is only which of its records are whose.
 */
import type { ChoiceRow } from '../export/format';
import type { Change, Exception, Reading, SavedArticle, SavedArticleId } from '../model';
import { isSame, write, type Recorded } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { removePack, rollBack } from './packs';
import { remove } from './trash';

/** An import, as it begins. */
export interface BegunImport {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Names, to be shown. */
  readonly files: readonly string[];
}

/** Settings that an import changed. What was not set before is missing in `before`. */
export interface ChangedSettings {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What one transaction of an import wrote. */
export interface ImportPart extends BegunImport {
  /** From 0. */
  readonly part: number;
  /** `seq` of the changes, in their order. */
  readonly records: readonly number[];
  readonly exceptions: readonly Exception[];
  readonly choices: readonly ChoiceRow[];
  /** Missing in those from before there was a log of reading. */
  readonly readings?: readonly Pick<Reading, 'key' | 'readAt'>[];
  /** Ids; missing in those of before there were packs. */
  readonly packs?: readonly string[];
  readonly settings: ChangedSettings | null;
}

export interface DoneImport extends BegunImport {
  /** Everything that it wrote. */
  readonly rows: number;
}

/** Older ones can no longer be undone. */
const MOST_IMPORTS = 10;
const NOTHING = { records: [], exceptions: [], choices: [], settings: null } satisfies Partial<ImportPart>;

/** Inside `importWriting`, after what it tells of. */
export async function keepPart(database: Database, begun: BegunImport, wrote: Partial<ImportPart>): Promise<void> {
  const part = await database.imports.where({ id: begun.id }).count();
  if (part === 0) await forgetOldest(database);
  await database.imports.add({ ...NOTHING, ...wrote, ...begun, part });
}

/** One transaction over all that an import writes: all of it happens, or nothing. */
export function importWriting<T>(database: Database, act: () => Promise<T>): Promise<T> {
  const { articles, annotations, ownEntries, corrections, changes, sightings, exceptions, choices, readings, imports } =
    database;
  const { packs, packEntries, packTables } = database;
  const rows = [articles, annotations, ownEntries, corrections, changes, sightings, exceptions, choices, readings];
  const tables = [...rows, packs, packEntries, packTables, imports];
  return failing(() => database.transaction('rw', tables, act));
}

/** Those that can be undone, the newest first. */
export function doneImports(database: Database): Promise<DoneImport[]> {
  return failing(async () => {
    const all = new Map<string, DoneImport>();
    await database.imports.each((part) => {
      const { id, at, files, records, exceptions, choices, readings = [], packs = [], settings } = part;
      const of = Object.keys(settings?.after ?? {}).length;
      const beside = exceptions.length + choices.length + readings.length + packs.length;
      const rows = (all.get(id)?.rows ?? 0) + records.length + beside + of;
      all.set(id, { id, at, files, rows });
    });
    return [...all.values()].sort((a, b) => b.at - a.at);
  });
}

export function keepSettings(database: Database, begun: BegunImport, settings: ChangedSettings): Promise<void> {
  // Dexie follows only `async` functions.
  return importWriting(database, async () => keepPart(database, begun, { settings }));
}

export function settingsOf(database: Database, id: string): Promise<ChangedSettings | null> {
  return failing(async () => {
    const parts = await database.imports.where({ id }).toArray();
    return parts.find(({ settings }) => settings !== null)?.settings ?? null;
  });
}

export interface TakenBack {
  /** Rows that stay as they are: changed since, or an article with other notes. */
  readonly stayed: number;
  /** Articles that it concerned, as they were. */
  readonly articles: readonly SavedArticle[];
}

/**
 * Undoes what an import wrote last and forgets it: one transaction; null when nothing of it is left. Called again until
 * then, it can be interrupted and taken up. What was changed since is left alone, unless that was undone too.
 */
export function takeBackPart(database: Database, id: string, now: number): Promise<TakenBack | null> {
  return importWriting(database, async () => {
    const part = await database.imports.where({ id }).last();
    if (part === undefined) return null;
    const articles = new Map<SavedArticleId, SavedArticle>();
    let stayed = 0;
    for (const record of (await database.changes.bulkGet([...part.records])).toReversed()) {
      // Removed for good since, with its records.
      if (record === undefined) continue;
      const article = await articleOf(database, record);
      if (article !== undefined) articles.set(article.id, article);
      if (!(await takeBackRow(database, record, now))) stayed++;
    }
    stayed += await takeBackBeside(database, part);
    await database.imports.delete([part.id, part.part]);
    return { stayed, articles: [...articles.values()] };
  });
}

/** Whether it could be done. */
async function takeBackRow(database: Database, { table, rowId, seq, before }: Change, now: number): Promise<boolean> {
  const current: Row | undefined = await database.table(table).get(rowId);
  if (current === undefined) return true;
  const records = await database.changes.where({ table, rowId }).sortBy('seq');
  const later = records.filter((each) => each.seq > seq);
  const then = Object.assign({ ...current }, ...later.toReversed().map((each) => each.before)) as Row;
  // These grow with each change, with one that undoes another too.
  const counts = { revision: 0, updatedAt: 0 };
  if (!isSame({ ...then, ...counts }, { ...current, ...counts })) return false;
  if (before !== null) {
    const revision = current.revision === undefined ? {} : { revision: current.revision + 1 };
    await write(database, table, current, { ...current, ...before, ...revision }, now);
    return true;
  }
  const isFree = table !== 'articles' || (await database.annotations.where({ articleId: rowId }).count()) === 0;
  if (isFree) await remove(database, table, rowId, now);
  return isFree;
}

type Row = { readonly id: string; readonly revision?: number };

async function articleOf(database: Database, { table, rowId }: Pick<Change, 'table' | 'rowId'>) {
  const tables: Record<Recorded, () => Promise<SavedArticle | undefined>> = {
    articles: () => database.articles.get(rowId as SavedArticleId),
    annotations: async () => {
      const note = await database.table<{ readonly articleId: SavedArticleId }, string>('annotations').get(rowId);
      return note === undefined ? undefined : database.articles.get(note.articleId);
    },
    ownEntries: () => Promise.resolve(undefined),
    corrections: () => Promise.resolve(undefined),
  };
  return tables[table]();
}

/** Returns how many stay, since they are others now. */
async function takeBackBeside(database: Database, part: ImportPart): Promise<number> {
  const { exceptions, choices, readings = [], packs = [] } = part;
  let stayed = 0;
  for (const each of exceptions) {
    const current = await database.exceptions.get(each.id);
    if (isSame(current, each)) await database.exceptions.delete(each.id);
    else stayed += Number(current !== undefined);
  }
  for (const each of choices) {
    const current = await database.choices.get([each.key, each.articleId]);
    if (isSame(current, each)) await database.choices.delete([each.key, each.articleId]);
    else stayed += Number(current !== undefined);
  }
  for (const { key, readAt } of readings) {
    const current = await database.readings.get(key);
    // Read again since: it is the reader's by now.
    if (current?.readAt === readAt) await database.readings.delete(key);
    else stayed += Number(current !== undefined);
  }
  for (const id of packs) {
    const row = await database.packs.get(id);
    if (row?.previous) await rollBack(database, id);
    else await removePack(database, id);
  }
  return stayed;
}

async function forgetOldest(database: Database): Promise<void> {
  for (const { id } of (await doneImports(database)).slice(MOST_IMPORTS - 1)) {
    await database.imports.where({ id }).delete();
  }
}
