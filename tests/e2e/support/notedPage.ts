import type { Page } from '@playwright/test';
import { describe } from '../../../lib/anchor/locate';
import type { Annotation, ArticleDraft } from '../../../lib/model';
import { PARAGRAPH_MARK } from '../../../lib/text/normalise';
import { articleDraft, ask, done } from './notes';
import type { Site } from './site';

/** A page of paragraphs, its heading among them. */
export function serveArticle(site: Site, url: string, paragraphs: readonly string[]): void {
  const [title, ...rest] = paragraphs;
  const body = rest.map((each) => `<p>${each}</p>`).join('\n');
  site.serve(url, {
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}`,
  });
}

type Fields = Partial<Pick<Annotation, 'note' | 'colour' | 'tags' | 'entries'>>;

let count = 0;

/** Keeps an annotation on a page as its notes do; `quote` null: on the whole article. */
export async function keepNote(
  own: Page,
  url: string,
  paragraphs: readonly string[],
  quote: string | null,
  fields: Fields = {},
): Promise<Annotation> {
  const request = { article: articleOf(url, paragraphs), annotation: draftOf(paragraphs, quote, fields) };
  return done(await ask(own, 'annotate', request)).annotation;
}

/** Many highlights on a page at once. */
export async function keepHighlights(
  own: Page,
  url: string,
  paragraphs: readonly string[],
  quotes: readonly string[],
): Promise<void> {
  // One paragraph is enough to know the article by.
  const article = articleOf(url, paragraphs.slice(0, 1));
  const requests = quotes.map((quote) => ({
    article,
    annotation: draftOf(paragraphs, quote, { note: `**${quote}**` }),
  }));
  await own.evaluate(async (all) => {
    for (const request of all) await chrome.runtime.sendMessage({ to: 'background', name: 'annotate', request });
  }, requests);
}

function articleOf(url: string, paragraphs: readonly string[]): ArticleDraft {
  return { ...articleDraft(url), title: paragraphs[0]!, paragraphs, body: paragraphs.map((_, index) => index) };
}

function draftOf(paragraphs: readonly string[], quote: string | null, fields: Fields) {
  const text = paragraphs.join(PARAGRAPH_MARK);
  const start = quote === null ? -1 : text.indexOf(quote);
  if (quote !== null && start < 0) throw new Error(`“${quote}” is not in the text.`);
  const anchor = quote === null ? null : describe(text, { start, end: start + quote.length });
  const paragraph = quote === null ? null : (paragraphs.find((each) => each.includes(quote)) ?? null);
  return {
    id: `note-${process.pid}-${count++}`,
    colour: 'yellow',
    note: '',
    tags: [],
    entries: [],
    ...fields,
    anchor,
    paragraph,
  };
}
