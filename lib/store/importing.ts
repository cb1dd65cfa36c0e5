/** What an import reads and writes: each step in a transaction with its records. */
import type { Beside, ChoiceRow } from '../export/format';
import type { RowChange, Step, Stored } from '../export/plan';
import type { Annotation, AnnotationId, Exception, PageKey, Reading, SavedArticle, SavedArticleId } from '../model';
import type { Correction, OwnEntry } from '../packs/own';
import type { PackRow } from '../packs/packRow';
import { rowOf } from './articles';
import { isSame, writeMany, type Writable } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { importWriting, keepPart, type BegunImport } from './imports';
import { blocksOf, packRows } from './packs';
import { addReadings } from './readings';

/** The store as a plan sees it. */
export function storedFor(database: Database): Stored {
  return {
    articleByKey: (key: PageKey) => failing(async () => (await rowOf(database, key)) ?? null),
    articleById: (id: SavedArticleId) => failing(async () => (await database.articles.get(id)) ?? null),
    annotations: (ids: readonly AnnotationId[]) =>
      failing(async () => (await database.annotations.bulkGet([...ids])).filter((each) => each !== undefined)),
  };
}

/**
 * Does some steps of a plan, all or none, as a part of an import that can be undone. A row that somebody changed since
 * the plan was made is left as it is. Returns what was done, step by step.
 */
export function takeSteps(
  database: Database,
  begun: BegunImport,
  steps: readonly Step[],
  at: number,
): Promise<readonly Step[]> {
  return importWriting(database, async () => {
    const now = await rowsNow(database, steps);
    const isNow = (table: keyof RowsNow, { before, after }: RowChange<SavedArticle | Annotation>) =>
      isSame(now[table].get(after.id) ?? null, before);
    const writes: Writable[] = [];
    const add = (table: keyof RowsNow, { before, after }: RowChange<SavedArticle | Annotation>) => {
      writes.push({ table, before, after });
      now[table].set(after.id, after);
    };
    const done = steps.map(({ article, annotations, skipped }): Step => {
      if (article !== null && !isNow('articles', article)) return { article: null, annotations: [], skipped };
      if (article !== null) add('articles', article);
      const taken = annotations.filter((each) => isNow('annotations', each));
      for (const each of taken) add('annotations', each);
      return { article, annotations: taken, skipped };
    });
    await keepPart(database, begun, { records: await writeMany(database, writes, at) });
    return done;
  });
}

/** By their ids. */
type RowsNow = Readonly<Record<'articles' | 'annotations', Map<string, SavedArticle | Annotation>>>;

async function rowsNow(database: Database, steps: readonly Step[]): Promise<RowsNow> {
  const ids = steps.flatMap(({ article }) => (article === null ? [] : [article.after.id]));
  const notes = steps.flatMap(({ annotations }) => annotations.map(({ after }) => after.id));
  return {
    articles: byId(await database.articles.bulkGet(ids)),
    annotations: byId(await database.annotations.bulkGet(notes)),
  };
}

function byId(rows: readonly (SavedArticle | Annotation | undefined)[]): RowsNow['articles'] {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}

/** What stands beside the notes in a backup. */
export interface IncomingBeside {
  readonly exceptions: readonly Exception[];
  readonly choices: readonly ChoiceRow[];
  readonly readings: readonly Reading[];
  readonly ownEntries: readonly OwnEntry[];
  readonly corrections: readonly Correction[];
  readonly packs: readonly PackRow[];
}

/** Of that what is to be written. */
export interface BesideRows extends Pick<IncomingBeside, 'exceptions' | 'choices' | 'readings' | 'packs'> {
  readonly ownEntries: readonly RowChange<OwnEntry>[];
  readonly corrections: readonly RowChange<Correction>[];
}

/** All but the log of reading, which comes one by one. */
export function besideRows(database: Database): Promise<Omit<Beside, 'settings' | 'readings'>> {
  return failing(async () => ({
    exceptions: await database.exceptions.toArray(),
    choices: await database.choices.toArray(),
    ownEntries: await database.ownEntries.toArray(),
    corrections: await database.corrections.toArray(),
    packs: (await packRows(database)).map((row) => ({ row, blocks: () => blocksOf(database, row) })),
  }));
}

/** Of these, what is not there, neither it nor one that says the same, or was changed later. */
export function missingBeside(database: Database, incoming: IncomingBeside): Promise<BesideRows> {
  const { exceptions, choices, readings, ownEntries, corrections, packs } = incoming;
  return failing(async () => {
    const there = new Set((await database.exceptions.toArray()).flatMap((each) => [each.id, wordOf(each)]));
    const keys = new Set((await database.choices.toCollection().primaryKeys()).map((key) => key.join(' ')));
    const read = new Set(await database.readings.toCollection().primaryKeys());
    const stored = new Map((await database.packs.toArray()).map((row) => [row.id, row]));
    return {
      readings: readings.filter(({ key }) => !read.has(key)),
      exceptions: exceptions.filter((each) => !there.has(each.id) && !there.has(wordOf(each))),
      choices: choices.filter(({ key, articleId }) => !keys.has(`${key} ${articleId}`)),
      ownEntries: newer(ownEntries, await database.ownEntries.toArray()),
      corrections: newer(corrections, await database.corrections.toArray()),
      packs: packs.filter(({ id, hash, importedAt }) => {
        const here = stored.get(id);
        return here === undefined || (here.hash !== hash && here.importedAt < importedAt);
      }),
    };
  });
}

/** As a part of an import that can be undone. Of the packs only which they are: they are there already. */
export function addBeside(database: Database, begun: BegunImport, beside: BesideRows, now: number): Promise<void> {
  const { exceptions, choices, readings, ownEntries, corrections, packs } = beside;
  if (Object.values(beside).every((rows: readonly unknown[]) => rows.length === 0)) return Promise.resolve();
  return importWriting(database, async () => {
    await database.exceptions.bulkPut([...exceptions]);
    await database.choices.bulkPut([...choices]);
    await addReadings(database, readings);
    const read = readings.map(({ key, readAt }) => ({ key, readAt }));
    const rows: Writable[] = [
      ...ownEntries.map((change) => ({ table: 'ownEntries' as const, ...change })),
      ...corrections.map((change) => ({ table: 'corrections' as const, ...change })),
    ];
    const records = await writeMany(database, rows, now);
    await keepPart(database, begun, {
      exceptions,
      choices,
      records,
      readings: read,
      packs: packs.map(({ id }) => id),
    });
  });
}

function newer<Row extends { readonly id: string; readonly updatedAt: number }>(
  incoming: readonly Row[],
  stored: readonly Row[],
): RowChange<Row>[] {
  const here = new Map(stored.map((row) => [row.id, row]));
  return incoming.flatMap((after) => {
    const before = here.get(after.id) ?? null;
    return before === null || before.updatedAt < after.updatedAt ? [{ before, after }] : [];
  });
}

function wordOf({ site, form, entryId }: Exception): string {
  return [site, form, entryId].join('\n');
}
