import {
  FACTS,
  type ArticleCorrection,
  type ArticleDraft,
  type ArticleFacts,
  type Fact,
  type PageKey,
  type SavedArticle,
  type SavedArticleId,
} from '../model';
import { ownText } from '../identity/ownText';
import { pageNumberIn } from '../identity/pageKey';
import { textState } from '../identity/textState';
import { isSame, write, writing } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { isOtherAddress, likeness, type Likeness } from './reprints';

/** A page as it is saved: what it says of itself, and what identifies it. */
export interface SavedPage extends Omit<ArticleDraft, 'canonical'> {
  readonly key: PageKey;
  readonly canonical: PageKey | null;
  /** Of the article itself. */
  readonly fingerprints: readonly string[];
}

/** What a page is found by. */
export type PageIdentity = Pick<SavedPage, 'key' | 'canonical' | 'fingerprints'>;

/** Who writes, when, and the id that a new row gets. */
export interface Writing {
  readonly now: number;
  readonly newId: string;
}

/** Saves a page as it is now. One that was saved before keeps its id and what the reader corrected. */
export function saveArticle(database: Database, page: SavedPage, as: Writing): Promise<SavedArticle> {
  return writing(database, async () => {
    const before = await knownRow(database, page);
    if (before === undefined) return make(database, page, as);
    const now = { ...factsOf(page, before), ...textOf(page, before, as.now), ...addressOf(page, before) };
    return change(database, before, { ...now, deletedAt: null }, as.now);
  });
}

/** Inside `writing`: the row of a page, made when there is none, brought back when it was deleted. */
export async function articleOf(database: Database, page: SavedPage, as: Writing): Promise<SavedArticle> {
  const before = await knownRow(database, page);
  if (before === undefined) return make(database, page, as);
  const missing = before.paragraphs.length === 0 ? textOf(page, before, as.now) : {};
  return change(database, before, { ...missing, ...addressOf(page, before), deletedAt: null }, as.now);
}

/** Null when there is no such article. What is said as the page says it is no correction. */
export function correctArticle(
  database: Database,
  id: SavedArticleId,
  correction: ArticleCorrection,
  now: number,
): Promise<SavedArticle | null> {
  return writing(database, async () => {
    const before = await database.articles.get(id);
    if (before === undefined) return null;
    const asSaid: ArticleFacts = { ...before, ...before.said };
    const corrected = FACTS.filter((fact) => {
      const given = correction[fact];
      return given === undefined ? before.corrected.includes(fact) : !isSame(given, asSaid[fact]);
    });
    return change(database, before, { ...correction, corrected, said: pick(asSaid, corrected) }, now);
  });
}

/** Takes corrections back: what the page says counts again. Null when there is no such article. */
export function uncorrectArticle(
  database: Database,
  id: SavedArticleId,
  facts: readonly Fact[],
  now: number,
): Promise<SavedArticle | null> {
  return writing(database, async () => {
    const before = await database.articles.get(id);
    if (before === undefined) return null;
    const corrected = before.corrected.filter((fact) => !facts.includes(fact));
    const back = pick(before.said, facts);
    return change(database, before, { ...back, corrected, said: pick(before.said, corrected) }, now);
  });
}

/** Inside `writing`: a deleted article comes back with the first of its annotations. */
export async function reviveArticle(database: Database, id: SavedArticleId, now: number): Promise<void> {
  const before = await database.articles.get(id);
  if (before !== undefined) await change(database, before, { deletedAt: null }, now);
}

/** The date that the reader has given a page in place of its own, null when none is right; undefined: not corrected. */
export function correctedDate(database: Database, key: PageKey): Promise<SavedArticle['publishedAt'] | undefined> {
  return failing(async () => {
    const article = await rowOf(database, key);
    return article?.deletedAt === null && article.corrected.includes('publishedAt') ? article.publishedAt : undefined;
  });
}

interface FoundArticle {
  readonly article: SavedArticle | null;
  readonly reprints: readonly SavedArticle[];
}

/**
 * The article of a page, and articles elsewhere that have the same text, the likest first. A page that has a saved one's
 * text on the same site, and that it or the other calls canonical, is another address of it, and is remembered as such.
 */
export async function articleFor(database: Database, page: PageIdentity, now: number): Promise<FoundArticle> {
  const { key } = page;
  const found = await failing(() => rowOf(database, key));
  const reprints = await failing(() => reprintsOf(database, page));
  const others = reprints.filter(({ id }) => id !== found?.id);
  if (found !== undefined) return { article: found.deletedAt === null ? found : null, reprints: others };
  const same = others.find((each) => isOtherAddress(page, each));
  if (same === undefined) return { article: null, reprints: others };
  const article = await writing(database, async () => {
    const before = (await database.articles.get(same.id))!;
    return change(database, before, addressOf(page, before), now);
  });
  return { article, reprints: others.filter((each) => each !== same) };
}

/** Whether an article has this address too. */
export function isAt({ key, otherKeys }: SavedArticle, asked: PageKey): boolean {
  return key === asked || otherKeys.includes(asked);
}

/** The article at an address, deleted or not. Inside or outside of a transaction. */
export async function rowOf(database: Database, key: PageKey): Promise<SavedArticle | undefined> {
  return (await database.articles.get({ key })) ?? database.articles.where({ otherKeys: key }).first();
}

/** The article of a page, be it at another address. */
async function knownRow(database: Database, page: PageIdentity): Promise<SavedArticle | undefined> {
  const own = await rowOf(database, page.key);
  return own ?? (await reprintsOf(database, page)).find((each) => isOtherAddress(page, each));
}

/** Its addresses, with one that was not known. */
function addressOf({ key }: PageIdentity, before: SavedArticle): Pick<SavedArticle, 'otherKeys'> {
  return { otherKeys: isAt(before, key) ? before.otherKeys : [...before.otherKeys, key] };
}

/** Articles that are looked at closely, those with the most in common first. */
const MOST_CANDIDATES = 100;

async function reprintsOf(database: Database, { key, fingerprints }: PageIdentity): Promise<SavedArticle[]> {
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
  const made: SavedArticle = {
    ...page,
    id: newId as SavedArticleId,
    otherKeys: [],
    corrected: [],
    said: {},
    savedAt: now,
    textSavedAt: now,
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

/** What the page says, set aside where the reader corrected it; what it no longer says stays. */
function factsOf(page: SavedPage, before: SavedArticle): Partial<SavedArticle> {
  const said = FACTS.filter((fact) => page[fact] !== null && page[fact]?.length !== 0);
  const aside = said.filter((fact) => before.corrected.includes(fact));
  const taken = said.filter((fact) => !before.corrected.includes(fact));
  return {
    ...pick(page, taken),
    said: pick({ ...before.said, ...pick(page, aside) }, before.corrected),
    foundBy: { ...before.foundBy, ...pick(page.foundBy, said) },
    canonical: page.canonical ?? before.canonical,
  };
}

/**
 * The text, where it is not less than the saved one: a page that came without much of it (it failed to load, or asks for
 * a login) does not take the saved one away, nor does another page of an article that goes over several.
 */
function textOf(page: SavedPage, before: SavedArticle, now: number): Partial<SavedArticle> {
  const { paragraphs, body, fingerprints } = page;
  if (isSame(paragraphs, before.paragraphs)) return {};
  if (before.paragraphs.length > 0) {
    if (pageNumberIn(page.url) !== pageNumberIn(before.url)) return {};
    if (textState(ownText(before), ownText(page)).is === 'shorter') return {};
  }
  return { paragraphs, body, fingerprints, textSavedAt: now };
}

/** In the order of FACTS, so that equal ones are written alike. */
function pick<F extends object>(from: F, facts: readonly Fact[]): Partial<F> {
  const chosen = FACTS.filter((fact) => facts.includes(fact) && fact in from);
  return Object.fromEntries(chosen.map((fact) => [fact, (from as Record<Fact, unknown>)[fact]])) as Partial<F>;
}
