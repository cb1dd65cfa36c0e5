/** What an import reads and writes: each step in a transaction with its records. */
import type { ChoiceRow } from '../export/format';
import type { RowChange, Step, Stored } from '../export/plan';
import type { Annotation, AnnotationId, Exception, PageKey, SavedArticle, SavedArticleId } from '../model';
import { rowOf } from './articles';
import { isSame, writeMany, type Recorded, type Writable } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { importWriting, keepPart, type BegunImport } from './imports';

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
    const isNow = (table: Recorded, { before, after }: RowChange<SavedArticle | Annotation>) =>
      isSame(now[table].get(after.id) ?? null, before);
    const writes: Writable[] = [];
    const add = (table: Recorded, { before, after }: RowChange<SavedArticle | Annotation>) => {
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
type RowsNow = Readonly<Record<Recorded, Map<string, SavedArticle | Annotation>>>;

async function rowsNow(database: Database, steps: readonly Step[]): Promise<RowsNow> {
  const ids = steps.flatMap(({ article }) => (article === null ? [] : [article.after.id]));
  const notes = steps.flatMap(({ annotations }) => annotations.map(({ after }) => after.id));
  return {
    articles: byId(await database.articles.bulkGet(ids)),
    annotations: byId(await database.annotations.bulkGet(notes)),
  };
}

function byId(rows: readonly (SavedArticle | Annotation | undefined)[]): RowsNow[Recorded] {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}

/** What stands beside the notes in a backup. */
export interface BesideRows {
  readonly exceptions: readonly Exception[];
  readonly choices: readonly ChoiceRow[];
}

export function besideRows(database: Database): Promise<BesideRows> {
  return failing(async () => ({
    exceptions: await database.exceptions.toArray(),
    choices: await database.choices.toArray(),
  }));
}

/** Of these, what is not there: neither it nor one that says the same. */
export function missingBeside(database: Database, { exceptions, choices }: BesideRows): Promise<BesideRows> {
  return failing(async () => {
    const there = new Set((await database.exceptions.toArray()).flatMap((each) => [each.id, wordOf(each)]));
    const keys = new Set((await database.choices.toCollection().primaryKeys()).map((key) => key.join(' ')));
    return {
      exceptions: exceptions.filter((each) => !there.has(each.id) && !there.has(wordOf(each))),
      choices: choices.filter(({ key, articleId }) => !keys.has(`${key} ${articleId}`)),
    };
  });
}

/** As a part of an import that can be undone. */
export function addBeside(database: Database, begun: BegunImport, beside: BesideRows): Promise<void> {
  const { exceptions, choices } = beside;
  if (exceptions.length + choices.length === 0) return Promise.resolve();
  return importWriting(database, async () => {
    await database.exceptions.bulkPut([...exceptions]);
    await database.choices.bulkPut([...choices]);
    await keepPart(database, begun, { exceptions, choices });
  });
}

function wordOf({ site, form, entryId }: Exception): string {
  return [site, form, entryId].join('\n');
}
