/** What an import reads and writes: each step in a transaction with its records, and the way back. */
import type { Beside, ChoiceRow } from '../export/format';
import type { RowChange, Step, Stored } from '../export/plan';
import type { Annotation, AnnotationId, Exception, PageKey, SavedArticle, SavedArticleId } from '../model';
import type { Correction, OwnEntry } from '../packs/own';
import type { PackRow } from '../packs/packRow';
import { rowOf } from './articles';
import { isSame, write, writing } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { blocksOf, packRows, removePack, rollBack } from './packs';
import { remove } from './trash';

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
 * Does some steps of a plan, all or none. A row that somebody changed since the plan was made is left as it is. Returns
 * what was done, step by step.
 */
export function takeSteps(database: Database, steps: readonly Step[], now: number): Promise<readonly Step[]> {
  return writing(database, async () => {
    const done: Step[] = [];
    for (const { article, annotations, skipped } of steps) {
      const isFit = article === null || isSame(await articleNow(database, article.after.id), article.before);
      if (isFit && article !== null) await write(database, 'articles', article.before, article.after, now);
      const taken = [];
      for (const change of isFit ? annotations : []) {
        if (!isSame(await noteNow(database, change.after.id), change.before)) continue;
        await write(database, 'annotations', change.before, change.after, now);
        taken.push(change);
      }
      done.push({ article: isFit ? article : null, annotations: taken, skipped });
    }
    return done;
  });
}

/**
 * Undoes steps that were done, the last first; all or none. What the reader has changed since stays as it is, and so
 * does an article that has got other notes. Returns how many rows stayed.
 */
export function takeBackSteps(database: Database, steps: readonly Step[], now: number): Promise<number> {
  return writing(database, async () => {
    let stayed = 0;
    for (const { article, annotations } of steps.toReversed()) {
      for (const { before, after } of annotations) {
        const current = await noteNow(database, after.id);
        if (!isSame(current, after)) stayed++;
        else if (before === null) await remove(database, 'annotations', after.id, now);
        // A revision is never given twice: somebody may have seen the one in between.
        else await write(database, 'annotations', current, { ...before, revision: after.revision + 1 }, now);
      }
      if (article === null) continue;
      const { before, after } = article;
      const isOwn = isSame(await articleNow(database, after.id), after);
      const isFree = before !== null || (await database.annotations.where({ articleId: after.id }).count()) === 0;
      if (!isOwn || !isFree) stayed++;
      else if (before === null) await remove(database, 'articles', after.id, now);
      else await write(database, 'articles', after, before, now);
    }
    return stayed;
  });
}

/** What stands beside the notes in a backup. */
export interface IncomingBeside {
  readonly exceptions: readonly Exception[];
  readonly choices: readonly ChoiceRow[];
  readonly ownEntries: readonly OwnEntry[];
  readonly corrections: readonly Correction[];
  readonly packs: readonly PackRow[];
}

/** Of that what is to be written. */
export interface BesideRows extends Pick<IncomingBeside, 'exceptions' | 'choices' | 'packs'> {
  readonly ownEntries: readonly RowChange<OwnEntry>[];
  readonly corrections: readonly RowChange<Correction>[];
}

export function besideRows(database: Database): Promise<Omit<Beside, 'settings'>> {
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
  const { exceptions, choices, ownEntries, corrections, packs } = incoming;
  return failing(async () => {
    const there = new Set((await database.exceptions.toArray()).flatMap((each) => [each.id, wordOf(each)]));
    const keys = new Set((await database.choices.toCollection().primaryKeys()).map((key) => key.join(' ')));
    const stored = new Map((await database.packs.toArray()).map((row) => [row.id, row]));
    return {
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

/** Without the packs, whose entries come one after the other. */
export async function addBeside(database: Database, rows: Omit<BesideRows, 'packs'>, now: number): Promise<void> {
  const { exceptions, choices, ownEntries, corrections } = rows;
  await failing(() =>
    database.transaction('rw', database.exceptions, database.choices, async () => {
      await database.exceptions.bulkPut([...exceptions]);
      await database.choices.bulkPut([...choices]);
    }),
  );
  await writing(database, async () => {
    for (const { before, after } of ownEntries) await write(database, 'ownEntries', before, after, now);
    for (const { before, after } of corrections) await write(database, 'corrections', before, after, now);
  });
}

/** What was there before is there again. */
export async function removeBeside(database: Database, rows: BesideRows, now: number): Promise<void> {
  const { exceptions, choices, ownEntries, corrections, packs } = rows;
  await failing(() =>
    database.transaction('rw', database.exceptions, database.choices, async () => {
      await database.exceptions.bulkDelete(exceptions.map(({ id }) => id));
      await database.choices.bulkDelete(choices.map(({ key, articleId }) => [key, articleId]));
    }),
  );
  await writing(database, async () => {
    for (const { before, after } of ownEntries) {
      if (before === null) await remove(database, 'ownEntries', after.id, now);
      else await write(database, 'ownEntries', after, before, now);
    }
    for (const { before, after } of corrections) {
      if (before === null) await remove(database, 'corrections', after.id, now);
      else await write(database, 'corrections', after, before, now);
    }
  });
  for (const { id } of packs) {
    const row = await failing(() => database.packs.get(id));
    if (row?.previous) await rollBack(database, id);
    else await removePack(database, id);
  }
}

function newer<Row extends { readonly id: string; readonly updatedAt: number }>(
  incoming: readonly Row[],
  stored: readonly Row[],
): RowChange<Row>[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  return incoming.flatMap((after) => {
    const before = byId.get(after.id) ?? null;
    return before === null || before.updatedAt < after.updatedAt ? [{ before, after }] : [];
  });
}

function wordOf({ site, form, entryId }: Exception): string {
  return [site, form, entryId].join('\n');
}

async function articleNow(database: Database, id: SavedArticleId): Promise<SavedArticle | null> {
  return (await database.articles.get(id)) ?? null;
}

async function noteNow(database: Database, id: AnnotationId): Promise<Annotation | null> {
  return (await database.annotations.get(id)) ?? null;
}
