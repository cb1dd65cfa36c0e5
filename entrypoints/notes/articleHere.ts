import { bodyOf } from '../../lib/article/body';
import { readArticle } from '../../lib/article/read';
import { FACTS, type ArticleDraft, type ArticleFacts, type FieldRule, type SavedArticle } from '../../lib/model';
import type { NotesPage } from '../../lib/page/notes';

/** The article as the page has it now, with what is needed to save it. */
export function draftOf({ article, blocks }: NotesPage): ArticleDraft {
  const read = readArticle(document, article.url);
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, read[fact]])) as unknown as ArticleFacts;
  const foundBy = Object.fromEntries(FACTS.map((fact) => [fact, read.foundBy[fact]])) as ArticleDraft['foundBy'];
  return {
    ...facts,
    // The head is what the page was read with.
    title: article.title,
    publishedAt: article.publishedAt,
    url: document.URL,
    canonical: canonicalAddress(),
    foundBy: { ...foundBy, ...(article.foundBy satisfies Partial<Record<string, FieldRule | null>>) },
    paragraphs: blocks.map(({ text }) => text),
    body: bodyOf(blocks),
  };
}

/** What the page calls its own address; null where it says nothing, or no address. */
export function canonicalAddress(): string | null {
  const href = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  return href && URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : null;
}

/** What the article says of itself, as the reader has corrected it. */
export function correctedFacts(draft: ArticleDraft, saved: SavedArticle | null): ArticleFacts {
  const corrected = (saved?.corrected ?? []).map((fact) => [fact, saved![fact]]);
  return { ...draft, ...(Object.fromEntries(corrected) as Partial<ArticleFacts>) };
}
