import { bodyOf } from '../../lib/article/body';
import { readArticle } from '../../lib/article/read';
import { ownText } from '../../lib/identity/ownText';
import { FACTS, type ArticleDraft, type ArticleFacts, type Fact, type FieldRule } from '../../lib/model';
import type { Block } from '../../lib/page/blocks';
import type { NotesPage } from '../../lib/page/notes';

/** The article as the page has it now, with what is needed to save it. */
export function draftOf({ article, blocks }: NotesPage): ArticleDraft {
  const read = readArticle(document, article.url);
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, read[fact]])) as unknown as ArticleFacts;
  const rules = FACTS.map((fact) => [fact, read.foundBy[fact]]);
  return {
    ...facts,
    // The head is what the page was read with.
    title: article.title,
    publishedAt: article.publishedAt,
    url: document.URL,
    canonical: canonicalAddress(),
    foundBy: { ...(Object.fromEntries(rules) as Record<Fact, FieldRule | null>), ...headRules(article.foundBy) },
    paragraphs: blocks.map(({ text }) => text),
    body: bodyOf(blocks),
  };
}

const known = new WeakMap<readonly Block[], readonly string[]>();

/** The article's own paragraphs in a reading of the page. */
export function ownParagraphs(blocks: readonly Block[]): readonly string[] {
  const own = known.get(blocks) ?? ownText({ paragraphs: blocks.map(({ text }) => text), body: bodyOf(blocks) });
  known.set(blocks, own);
  return own;
}

/** What the page calls its own address; null where it says nothing, or no address. */
export function canonicalAddress(): string | null {
  const href = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  return href && URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : null;
}

function headRules({ title, publishedAt }: NotesPage['article']['foundBy']) {
  return { title, publishedAt };
}
