import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import { ownText } from '../../lib/identity/ownText';
import { pageKey } from '../../lib/identity/pageKey';
import { type FromStore, type Handlers, type NotesOfPage, type NotesProtocol } from '../../lib/messages';
import type { Annotation, AnnotationId, ArticleDraft, PageKey, SavedArticle } from '../../lib/model';
import { report } from '../../lib/report';
import {
  allTags,
  annotate,
  annotationsOf,
  changeAnnotation,
  deleteAnnotation,
  pagesOf,
  restoreAnnotation,
} from '../../lib/store/annotations';
import {
  articleFor,
  correctArticle,
  saveArticle,
  uncorrectArticle,
  type PageIdentity,
  type SavedPage,
  type Writing,
} from '../../lib/store/articles';
import { chooseReprint, choicesOn } from '../../lib/store/choices';
import { dropDraftsOf, keepDraft, keepNoteDraft, noteDrafts } from '../../lib/store/drafts';
import type { Database } from '../../lib/store/database';
import { failureOf } from '../../lib/store/failure';
import { changeAnnotations, deleteAnnotations, restoreAnnotations, type Changed } from '../../lib/store/many';
import { stored } from '../../lib/store/stored';
import { retag, undoRetag, type Retagged } from '../../lib/store/tags';
import { deleteArticle, purge, removeForGood, restoreArticle, trash } from '../../lib/store/trash';
import { changed } from './notices';
import { REQUESTS } from './noteRequests';
import { offeredDraft } from './offeredDraft';

type Sender = Browser.runtime.MessageSender;
type Request<N extends keyof NotesProtocol> = Parameters<NotesProtocol[N]>[0];
type Value<N extends keyof NotesProtocol> = Extract<ReturnType<NotesProtocol[N]>, { is: 'done' }>['value'];
/** `own`: a page of the extension. Else the key of the asking frame's address, null when it has none. */
type Asker = { readonly tabId: number | null } & (
  { readonly is: 'own' } | { readonly is: 'page'; readonly url: string; readonly key: PageKey | null }
);

/** Offered for what is typed. */
const MOST_TAGS = 10;

class Refusal extends Error {
  constructor(readonly why: 'malformed' | 'not-yours' | 'not-there') {
    super(why);
  }
}

/** Serves what the reader makes. `open` gives the database, or throws a StoreFailure; `redated` hears of another date of an article. */
export function notesHandlers(
  open: () => Promise<Database>,
  settings: () => Promise<Pick<NotesOfPage, 'colourNames' | 'citationStyle'>>,
  redated: () => void,
): Handlers<NotesProtocol> {
  return {
    notesFor: answering('notesFor', async (request, asker) => {
      const key = keyFor(request.url, asker);
      const canonical = pageKey(request.canonical ?? '');
      const page = { key, canonical, fingerprints: request.fingerprints };
      const notes = await notesOf(await open(), page, asker);
      const { colourNames, citationStyle } = await settings();
      return { ...notes, colourNames, citationStyle };
    }),
    annotate: answering('annotate', async (request, asker) => {
      const page = pageFrom(request.article, asker);
      const kept = there(await annotate(await open(), page, request.annotation, writingNow()));
      changed(kept.article.id, keysOf(kept.article));
      return kept;
    }),
    changeAnnotation: answering('changeAnnotation', async ({ id, revision, change }, asker) => {
      const database = await open();
      const keys = await permit(database, id, asker);
      const merged = there(await changeAnnotation(database, id, revision, change, Date.now()));
      changed(merged.annotation.articleId, keys);
      return merged;
    }),
    deleteAnnotation: answering('deleteAnnotation', async ({ id }, asker) => {
      const database = await open();
      const keys = await permit(database, id, asker);
      const annotation = there(await deleteAnnotation(database, id, Date.now()));
      changed(annotation.articleId, keys);
      return annotation;
    }),
    restoreAnnotation: answering('restoreAnnotation', async ({ id }, asker) => {
      const database = await open();
      const keys = await permit(database, id, asker);
      const annotation = there(await restoreAnnotation(database, id, Date.now()));
      changed(annotation.articleId, keys);
      return annotation;
    }),
    changeAnnotations: answering('changeAnnotations', async ({ changes }, asker) => {
      ownOnly(asker);
      return tellOf(await changeAnnotations(await open(), changes, Date.now()));
    }),
    deleteAnnotations: answering('deleteAnnotations', async ({ ids }, asker) => {
      ownOnly(asker);
      return tellOf(await deleteAnnotations(await open(), ids, Date.now()));
    }),
    restoreAnnotations: answering('restoreAnnotations', async ({ ids }, asker) => {
      ownOnly(asker);
      return tellOf(await restoreAnnotations(await open(), ids, Date.now()));
    }),
    retag: answering('retag', async ({ tags, as }, asker) => {
      ownOnly(asker);
      return tellRetagged(await retag(await open(), tags, as, Date.now()));
    }),
    undoRetag: answering('undoRetag', async (written, asker) => {
      ownOnly(asker);
      return tellRetagged(await undoRetag(await open(), written, Date.now()));
    }),
    keepNoteDraft: answering('keepNoteDraft', async ({ id, kept }, asker) => {
      ownOnly(asker);
      if (!(await keepNoteDraft(await open(), id, kept, Date.now()))) throw new Refusal('not-there');
      return null;
    }),
    noteDrafts: answering('noteDrafts', async (_, asker) => {
      ownOnly(asker);
      return noteDrafts(await open());
    }),
    keepDraft: answering('keepDraft', async ({ url, draft }, asker) => {
      await keepDraft(await open(), keyFor(url, asker), draft, asker.tabId, Date.now());
      return null;
    }),
    saveArticle: answering('saveArticle', async (request, asker) => {
      const page = pageFrom(request.article, asker);
      const article = await saveArticle(await open(), page, writingNow());
      changed(article.id, keysOf(article));
      return article;
    }),
    correctArticle: answering('correctArticle', async ({ id, correction }, asker) => {
      ownOnly(asker);
      const article = there(await correctArticle(await open(), id, correction, Date.now()));
      changed(article.id, keysOf(article));
      if (correction.publishedAt !== undefined) redated();
      return article;
    }),
    uncorrectArticle: answering('uncorrectArticle', async ({ id, facts }, asker) => {
      ownOnly(asker);
      const article = there(await uncorrectArticle(await open(), id, facts, Date.now()));
      changed(article.id, keysOf(article));
      if (facts.includes('publishedAt')) redated();
      return article;
    }),
    chooseReprint: answering('chooseReprint', async ({ url, articleId, choice }, asker) => {
      const key = keyFor(url, asker);
      await chooseReprint(await open(), key, articleId, choice);
      changed(articleId, [key]);
      return null;
    }),
    deleteArticle: answering('deleteArticle', async ({ id }, asker) => {
      ownOnly(asker);
      const article = there(await deleteArticle(await open(), id, Date.now()));
      changed(article.id, keysOf(article));
      return withoutText(article);
    }),
    restoreArticle: answering('restoreArticle', async ({ id }, asker) => {
      ownOnly(asker);
      const article = there(await restoreArticle(await open(), id, Date.now()));
      changed(article.id, keysOf(article));
      return withoutText(article);
    }),
    removeForGood: answering('removeForGood', async (request, asker) => {
      ownOnly(asker);
      const database = await open();
      for (const { id, key } of await removeForGood(database, request, Date.now())) changed(id, [key]);
      await dropDraftsOf(database, request.annotations);
      return null;
    }),
    trash: answering('trash', async (_, asker) => {
      ownOnly(asker);
      const database = await open();
      await purge(database, Date.now());
      const { articles, annotations, parents } = await trash(database);
      return { articles: articles.map(withoutText), annotations, parents: parents.map(withoutText) };
    }),
    tags: answering('tags', async (_, asker) => {
      ownOnly(asker);
      return allTags(await open());
    }),
    tagsLike: answering('tagsLike', async ({ part }) => {
      const wanted = part.trim().toLowerCase();
      if (wanted === '') return [];
      const all = (await allTags(await open())).map(({ tag }) => tag);
      const beginning = all.filter((tag) => tag.toLowerCase().startsWith(wanted));
      const inside = all.filter((tag) => tag.toLowerCase().indexOf(wanted) > 0);
      return [...beginning, ...inside].slice(0, MOST_TAGS);
    }),
    stored: answering('stored', async (_, asker) => {
      ownOnly(asker);
      const { isPersisted, ...figures } = await stored(await open());
      const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
      return { ...figures, isSafe: isPersisted || isUnlimited };
    }),
  };
}

/** Checks what comes in, and lets nothing out but values: what went wrong is one. */
function answering<N extends keyof NotesProtocol>(
  name: N,
  answer: (request: Request<N>, asker: Asker) => Promise<Value<N>>,
): (request: unknown, sender: Sender) => Promise<FromStore<Value<N>>> {
  return async (request, sender) => {
    const parsed = v.safeParse(REQUESTS[name], request);
    if (!parsed.success) return { is: 'refused', why: 'malformed' };
    try {
      return { is: 'done', value: await answer(parsed.output, askerOf(sender)) };
    } catch (error) {
      if (error instanceof Refusal) return { is: 'refused', why: error.why };
      const failure = failureOf(error);
      report(name, failure);
      return { is: 'failed', reason: failure.reason };
    }
  };
}

/**
 * What the browser says of the sender; the message itself is not asked. A frame without an address of its own
 * (about:srcdoc, blob:) is a part of the page in its tab.
 */
function askerOf({ id, url = '', tab }: Sender): Asker {
  const tabId = tab?.id ?? null;
  if (id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/'))) return { is: 'own', tabId };
  const address = pageKey(url) === null ? (tab?.url ?? '') : url;
  return { is: 'page', tabId, url: address, key: pageKey(address) };
}

function keyFor(url: string, asker: Asker): PageKey {
  const key = pageKey(url) ?? (asker.is === 'page' ? asker.key : null);
  if (key === null || (asker.is === 'page' && asker.key !== key)) throw new Refusal('not-yours');
  return key;
}

function ownOnly(asker: Asker): void {
  if (asker.is !== 'own') throw new Refusal('not-yours');
}

/** The pages of an annotation that the asker may change. Of those of other pages it does not hear whether they exist. */
async function permit(database: Database, id: AnnotationId, asker: Asker): Promise<readonly PageKey[]> {
  const keys = await pagesOf(database, id);
  const isTheirs = asker.is === 'own' || (asker.key !== null && keys.includes(asker.key));
  if (keys.length === 0 || !isTheirs) throw new Refusal('not-there');
  return keys;
}

function there<T>(found: T | null): T {
  if (found === null) throw new Refusal('not-there');
  return found;
}

function pageFrom(article: ArticleDraft, asker: Asker): SavedPage {
  const isWithoutAddress = asker.is === 'page' && pageKey(article.url) === null;
  const url = isWithoutAddress ? asker.url : article.url;
  return {
    ...article,
    url,
    key: keyFor(url, asker),
    canonical: pageKey(article.canonical ?? ''),
    fingerprints: fingerprintsOf(ownText(article)),
  };
}

function keysOf({ key, otherKeys }: SavedArticle): readonly PageKey[] {
  return [key, ...otherKeys];
}

async function notesOf(
  database: Database,
  page: PageIdentity,
  asker: Asker,
): Promise<Omit<NotesOfPage, 'colourNames' | 'citationStyle'>> {
  const { article, reprints } = await articleFor(database, page, Date.now());
  const choices = await choicesOn(database, page.key);
  return {
    article,
    annotations: article === null ? [] : await annotationsOf(database, article.id),
    draft: await offeredDraft(database, page.key, asker.tabId),
    reprints: await Promise.all(
      reprints.map(async (each) => ({
        article: asker.is === 'own' ? each : withoutText(each),
        annotations: await annotationsOf(database, each.id),
        choice: choices.get(each.id) ?? null,
      })),
    ),
  };
}

function withoutText(article: SavedArticle): SavedArticle {
  return { ...article, paragraphs: [], body: [], fingerprints: [] };
}

function writingNow(): Writing {
  return { now: Date.now(), newId: crypto.randomUUID() };
}

/** Many that were changed at once. */
function tellOf(all: Changed): Annotation[] {
  for (const { article } of all) changed(article.id, keysOf(article));
  return all.map(({ annotation }) => annotation);
}

function tellRetagged({ articles, written }: Retagged): Retagged['written'] {
  for (const { id, keys } of articles) changed(id, keys);
  return written;
}
