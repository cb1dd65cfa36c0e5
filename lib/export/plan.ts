/** What importing a file would do: shown before it is done, and undone by it afterwards. */
import {
  FACTS,
  type Annotation,
  type AnnotationId,
  type PageKey,
  type SavedArticle,
  type SavedArticleId,
} from '../model';
import { derivedId } from './derivedId';
import type { AnnotatedArticle } from './format';
import type { Incoming, Problem } from './incoming';

/** What the store holds. */
export interface Stored {
  /** By its key or one of its other keys. */
  readonly articleByKey: (key: PageKey) => Promise<SavedArticle | null>;
  readonly articleById: (id: SavedArticleId) => Promise<SavedArticle | null>;
  /** Those of the ids that are there, in the trash too, in any order. */
  readonly annotations: (ids: readonly AnnotationId[]) => Promise<readonly Annotation[]>;
}

/** A row as it is and as it is to be. Null before: it is added; undoing removes it. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row;
}

/** What is to be done for one article: in one transaction, or not at all. */
export interface Step {
  /** Null: it stays as it is. */
  readonly article: RowChange<SavedArticle> | null;
  readonly annotations: readonly RowChange<Annotation>[];
  /** Annotations that are there already, the same or newer. */
  readonly skipped: number;
  /** The first few of these, to be shown. */
  readonly unchanged?: readonly Annotation[];
}

/** Named of what is skipped in one article. */
const MOST_UNCHANGED = 5;

export type Planned = ({ readonly is: 'step' } & Step) | Exclude<Incoming, { readonly is: 'article' }>;

/** Whether the format has all fields of a row (our own) or some: then it adds, and changes nothing that is there. */
export type Reads = 'all' | 'some';

/**
 * Adds what is not there; of what is there takes what was changed later; brings back from the trash what the file has;
 * deletes nothing. The same file once more does nothing.
 */
export async function* plan(incoming: AsyncIterable<Incoming>, stored: Stored, reads: Reads): AsyncGenerator<Planned> {
  const planned = new Map<PageKey, SavedArticle>();
  const seen = new Set<AnnotationId>();
  for await (const each of incoming) {
    if (each.is !== 'article') {
      yield each;
      continue;
    }
    const before = planned.get(each.article.key) ?? (await articleFor(each.article, stored));
    const fresh = each.annotations.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    const there = new Map(
      (await stored.annotations(fresh.map(({ id }) => id))).map((annotation) => [annotation.id, annotation]),
    );
    const step = stepFor(
      { article: each.article, annotations: fresh },
      before,
      there,
      reads,
      await isIdTaken(each.article, before, stored),
    );
    planned.set(each.article.key, step.article?.after ?? before!);
    yield { is: 'step', ...step, skipped: step.skipped + each.annotations.length - fresh.length };
  }
}

/** What undoes a step that was done. Rows that were added are to be removed (`after` is null). */
export function undoOf({ article, annotations }: Step): {
  readonly article: { readonly id: SavedArticleId; readonly after: SavedArticle | null } | null;
  readonly annotations: readonly { readonly id: AnnotationId; readonly after: Annotation | null }[];
} {
  return {
    article: article === null ? null : { id: article.after.id, after: article.before },
    annotations: annotations.map(({ before, after }) => ({ id: after.id, after: before })),
  };
}

export interface Tally {
  readonly articles: { readonly added: number; readonly changed: number };
  readonly annotations: { readonly added: number; readonly changed: number; readonly skipped: number };
  readonly settings: number;
  readonly exceptions: number;
  readonly choices: number;
  readonly readings: number;
  /** Own entries, corrections and packs. */
  readonly reference: number;
  readonly problems: number;
  /** The first of them. */
  readonly shown: readonly Problem[];
  /** Set when nothing of the file may be taken. */
  readonly refused: Problem | null;
}

/** Problems that are kept to be shown. */
const MOST_SHOWN = 200;

/** Reads a plan to its end. */
export async function tally(planned: AsyncIterable<Planned>): Promise<Tally> {
  const articles = { added: 0, changed: 0 };
  const annotations = { added: 0, changed: 0, skipped: 0 };
  const shown: Problem[] = [];
  let [settings, exceptions, choices, readings, reference, problems] = [0, 0, 0, 0, 0, 0];
  let refused: Problem | null = null;
  for await (const each of planned) {
    switch (each.is) {
      case 'step':
        if (each.article !== null) articles[each.article.before === null ? 'added' : 'changed']++;
        for (const { before } of each.annotations) annotations[before === null ? 'added' : 'changed']++;
        annotations.skipped += each.skipped;
        break;
      case 'setting':
        settings++;
        break;
      case 'exception':
        exceptions++;
        break;
      case 'choice':
        choices++;
        break;
      case 'reading':
        readings++;
        break;
      case 'own':
      case 'correction':
      case 'pack':
        reference++;
        break;
      case 'pack-entries':
        break;
      case 'problem':
        problems++;
        if (shown.length < MOST_SHOWN) shown.push(each.problem);
        break;
      case 'refused':
        refused = each.problem;
    }
  }
  return { articles, annotations, settings, exceptions, choices, readings, reference, problems, shown, refused };
}

/** The article at one of the same addresses, whatever its id. */
async function articleFor(article: SavedArticle, stored: Stored): Promise<SavedArticle | null> {
  for (const key of [article.key, ...article.otherKeys]) {
    const there = await stored.articleByKey(key);
    if (there !== null) return there;
  }
  return null;
}

/** Another address has the id: a row of its own gets another. */
async function isIdTaken(article: SavedArticle, before: SavedArticle | null, stored: Stored): Promise<boolean> {
  return before === null && (await stored.articleById(article.id)) !== null;
}

function stepFor(
  { article, annotations }: AnnotatedArticle,
  before: SavedArticle | null,
  there: ReadonlyMap<AnnotationId, Annotation>,
  reads: Reads,
  isTaken: boolean,
): Step {
  const id = before?.id ?? (isTaken ? (derivedId('page', article.key) as SavedArticleId) : article.id);
  const changes = annotations.flatMap((each): RowChange<Annotation>[] => {
    const change = annotationChange({ ...each, articleId: id }, there.get(each.id) ?? null, reads);
    return change === null ? [] : [change];
  });
  const changing = new Set(changes.map((each) => each.after.id));
  const isAlive = changes.some(({ after }) => after.deletedAt === null);
  const after = before === null ? { ...article, id } : articleAfter(before, article, reads, isAlive);
  return {
    article: before !== null && isSame(before, after) ? null : { before, after },
    annotations: changes,
    skipped: annotations.length - changes.length,
    unchanged: annotations.filter((each) => !changing.has(each.id)).slice(0, MOST_UNCHANGED),
  };
}

function annotationChange(wanted: Annotation, before: Annotation | null, reads: Reads): RowChange<Annotation> | null {
  if (before === null) return { before, after: wanted };
  // An id of ours in a page that is not its own: that page keeps it.
  if (before.articleId !== wanted.articleId) return null;
  const isNewer = reads === 'all' && wanted.updatedAt > before.updatedAt;
  const isBack = before.deletedAt !== null && wanted.deletedAt === null;
  if (!isNewer && !isBack) return null;
  const revision = Math.max(before.revision, wanted.revision) + 1;
  // Nothing is deleted by an import.
  const deletedAt = before.deletedAt === null ? null : wanted.deletedAt;
  const after = { ...before, ...(isNewer ? wanted : {}), deletedAt, revision };
  return isSame({ ...before, revision }, after) ? null : { before, after };
}

/** What is missing is filled in; what the file has from a later day is taken. */
function articleAfter(before: SavedArticle, wanted: SavedArticle, reads: Reads, isAlive: boolean): SavedArticle {
  const isNewer = reads === 'all' && wanted.updatedAt > before.updatedAt;
  const [first, second] = isNewer ? [wanted, before] : [before, wanted];
  const text = first.paragraphs.length > 0 ? first : second;
  const isBack = isAlive || (reads === 'all' && wanted.deletedAt === null);
  return {
    ...before,
    ...(isNewer ? wanted : {}),
    ...Object.fromEntries(
      FACTS.map((fact) => [
        fact,
        isMissing(first[fact]) && !first.corrected.includes(fact) ? second[fact] : first[fact],
      ]),
    ),
    id: before.id,
    key: before.key,
    otherKeys: [...new Set([...before.otherKeys, wanted.key, ...wanted.otherKeys])].filter((key) => key !== before.key),
    paragraphs: text.paragraphs,
    body: text.body,
    fingerprints: text.fingerprints,
    textSavedAt: text.textSavedAt,
    deletedAt: isBack ? null : before.deletedAt,
  };
}

/** What the reader has emptied is not missing: such fields are in `corrected`, and are taken with the row. */
function isMissing(value: SavedArticle[keyof SavedArticle]): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isSame(one: object, other: object): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const field = (row: object, key: string) => JSON.stringify((row as Record<string, unknown>)[key]);
  return [...keys].every((key) => field(one, key) === field(other, key));
}
