import type { Page } from '@playwright/test';
import { describe } from '../../../lib/anchor/locate';
import type { Annotation } from '../../../lib/model';
import { PARAGRAPH_MARK } from '../../../lib/text/normalise';
import { ask, done } from './notes';
import type { Site } from './site';

/** A page of paragraphs, its heading among them. */
export function serveArticle(site: Site, url: string, paragraphs: readonly string[]): void {
  const [title, ...rest] = paragraphs;
  const body = rest.map((each) => `<p>${each}</p>`).join('\n');
  site.serve(url, {
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}`,
  });
}

let count = 0;

/** Keeps an annotation on a page as its notes do; `quote` null: on the whole article. */
export async function keepNote(
  own: Page,
  url: string,
  paragraphs: readonly string[],
  quote: string | null,
  fields: Partial<Pick<Annotation, 'note' | 'colour' | 'tags' | 'entries'>> = {},
): Promise<Annotation> {
  const text = paragraphs.join(PARAGRAPH_MARK);
  const start = quote === null ? -1 : text.indexOf(quote);
  if (quote !== null && start < 0) throw new Error(`“${quote}” is not in the text.`);
  const anchor = quote === null ? null : describe(text, { start, end: start + quote.length });
  const paragraph = quote === null ? null : (paragraphs.find((each) => each.includes(quote)) ?? null);
  const answer = await ask(own, 'annotate', {
    article: { url, title: paragraphs[0]!, publishedAt: null, source: null, paragraphs },
    annotation: {
      id: `note-${process.pid}-${count++}`,
      colour: 'yellow',
      note: '',
      tags: [],
      entries: [],
      ...fields,
      anchor,
      paragraph,
    },
  });
  return done(answer).annotation;
}
