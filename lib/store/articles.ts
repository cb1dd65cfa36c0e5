import type { ArticleCorrection, ArticleDraft, PageKey, SavedArticle, SavedArticleId } from '../model';
import { isSame, write, writing } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { likeness, type Likeness } from './reprints';

/** What identifies a page, from its address and its paragraphs. */
export interface SavedPage extends ArticleDraft {
  readonly key: PageKey;
  readonly fingerprints: readonly string[];
}

/** Who writes, when, and the id that a new row gets. */
export interface Writing {
  readonly now: number;
  readonly newId: string;
}

const FACTS = ['title', 'publishedAt', 'source'] as const;

/** Saves a page as it is now. One that was saved before keeps its id and what the reader corrected. */
export function saveArticle(database: Database, page: SavedPage, as: Writing): Promise<SavedArticle> {
  return writing(database, async () => {
    const before = await database.articles.get({ key: page.key });
    if (before === undefined) return make(database, page, as);
    return change(database, before, { ...factsOf(page, before), ...textOf(page, before), deletedAt: null }, as.now);
  });
}

/** Inside `writing`: the row of a page, made when there is none, brought back when it was deleted. */
export async function articleOf(database: Database, page: SavedPage, as: Writing): Promise<SavedArticle> {
  const before = await database.articles.get({ key: page.key });
  if (before === undefined) return make(database, page, as);
  const missing = before.paragraphs.length === 0 ? textOf(page, before) : {};
  return change(database, before, { ...missing, deletedAt: null }, as.now);
}

/** Null when there is no such article. */
export function correctArticle(
  database: Database,
  id: SavedArticleId,
  correction: ArticleCorrection,
  now: number,
): Promise<SavedArticle | null> {
  return writing(database, async () => {
    const before = await database.articles.get(id);
    if (before === undefined) return null;
    const corrected = FACTS.filter((fact) => correction[fact] !== undefined || before.corrected.includes(fact));
    return change(database, before, { ...correction, corrected }, now);
  });
}

/** Inside `writing`: a deleted article comes back with the first of its annotations. */
export async function reviveArticle(database: Database, id: SavedArticleId, now: number): Promise<void> {
  const before = await database.articles.get(id);
  if (before !== undefined) await change(database, before, { deletedAt: null }, now);
}

/** The article of a page, and articles elsewhere that have the same text, the likest first. */
export function articleFor(
  database: Database,
  key: PageKey,
  fingerprints: readonly string[],
): Promise<{ readonly article: SavedArticle | null; readonly reprints: readonly SavedArticle[] }> {
  return failing(async () => {
    const found = await database.articles.get({ key });
    const article = found?.deletedAt === null ? found : null;
    return { article, reprints: await reprintsOf(database, key, fingerprints) };
  });
}

/** Articles that are looked at closely, those with the most in common first. */
const MOST_CANDIDATES = 100;

async function reprintsOf(database: Database, key: PageKey, fingerprints: readonly string[]): Promise<SavedArticle[]> {
  if (fingerprints.length === 0) return [];
  const shared = new Map<SavedArticleId, string[]>();
  await database.articles
    .where('fingerprints')
    .anyOf([...new Set(fingerprints)])
    .eachKey((fingerprint, { primaryKey }) => {
      const ids = shared.get(primaryKey) ?? [];
      shared.set(primaryKey, [...ids, fingerprint as string]);
    });
  const likest = [...shared].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_CANDIDATES);
  const rows = await database.articles.bulkGet(likest.map(([id]) => id));
  const candidates: Likeness[] = rows.flatMap((article, index) =>
    article === undefined || article.deletedAt !== null ? [] : [{ article, shared: likest[index]![1] }],
  );
  return likeness(key, fingerprints, candidates);
}

async function make(database: Database, page: SavedPage, { now, newId }: Writing): Promise<SavedArticle> {
  const { key, url, title, publishedAt, source, paragraphs, fingerprints } = page;
  const made: SavedArticle = {
    id: newId as SavedArticleId,
    key,
    url,
    title,
    publishedAt,
    source,
    corrected: [],
    paragraphs,
    fingerprints,
    savedAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await write(database, 'articles', null, made, now);
  return made;
}

/** Inside `writing`: the row with other fields. */
export async function change(
  database: Database,
  before: SavedArticle,
  fields: Partial<SavedArticle>,
  now: number,
): Promise<SavedArticle> {
  const changed = { ...before, ...fields };
  if (isSame(changed, before)) return before;
  const after = { ...changed, updatedAt: now };
  await write(database, 'articles', before, after, now);
  return after;
}

/** What the page says where the reader did not correct it; what it no longer says stays. */
function factsOf(page: SavedPage, before: SavedArticle): Partial<SavedArticle> {
  const said = FACTS.filter((field) => page[field] !== null && !before.corrected.includes(field));
  return Object.fromEntries(said.map((field) => [field, page[field]]));
}

/** A page that came without its text (it failed to load, or asks for a login) does not take the saved one away. */
function textOf({ paragraphs, fingerprints }: SavedPage, before: SavedArticle): Partial<SavedArticle> {
  return paragraphs.length === 0 && before.paragraphs.length > 0 ? {} : { paragraphs, fingerprints };
}
