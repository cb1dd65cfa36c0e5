import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Served } from './site';

export interface Expected {
  readonly url: string;
  readonly encoding: 'utf-8' | 'gb2312';
  readonly headers?: Readonly<Record<string, string>>;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly source: string | null;
  readonly marks: Readonly<Record<string, readonly string[]>>;
  readonly offices: Readonly<Record<string, string>>;
}

export interface ArticlePage {
  readonly slug: string;
  readonly expected: Expected;
  readonly served: Served;
}

const FOLDER = join(import.meta.dirname, '../../articles');

/** All pages of tests/articles, encoded as they are served: GB2312 as bytes, without a charset in the header. */
export function articlePages(): ArticlePage[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, 'page.html')))
    .map(({ name }) => {
      const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected;
      const html = readFileSync(join(FOLDER, name, 'page.html'), 'utf8');
      const isUtf8 = expected.encoding === 'utf-8';
      return {
        slug: name,
        expected,
        served: {
          body: isUtf8 ? html : iconv.encode(html, expected.encoding),
          type: isUtf8 ? 'text/html; charset=utf-8' : 'text/html',
          ...(expected.headers ? { headers: expected.headers } : {}),
        },
      };
    });
}

/**
 * The painted marks by kind, white space left out: runs in the page itself, which shares the highlight
 * registry. Plain loops only, since a hostile page patches what it can.
 */
export function paintedInPage(): Record<string, string> {
  const painted: Record<string, string> = {};
  const order = document.createRange();
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('pangzhu-') || name === 'pangzhu-current') continue;
    const ranges: AbstractRange[] = [];
    for (const range of highlight) ranges.push(range);
    ranges.sort((a, b) => {
      order.setStart(a.startContainer, a.startOffset);
      return -order.comparePoint(b.startContainer, b.startOffset);
    });
    let text = '';
    for (const range of ranges) {
      for (const letter of (range.startContainer as Text).data.slice(range.startOffset, range.endOffset)) {
        if (!/[\s\u200b]/.test(letter)) text += letter;
      }
    }
    painted[name.slice('pangzhu-'.length)] = text;
  }
  return painted;
}

/** What must be painted, in the same shape. */
export function expectedPaint({ marks }: Expected): Record<string, string> {
  return Object.fromEntries(
    Object.entries(marks).map(([kind, surfaces]) => [kind, surfaces.join('').replace(/\s/g, '')]),
  );
}

/** Where a text stands in the page: the middle of its first (or nth) occurrence, in CSS px of the window. */
export function placeOf({
  text,
  nth,
}: {
  text: string;
  nth: number;
}): { x: number; y: number; bottom: number; top: number; left: number; right: number } | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
      if (seen++ < nth) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const rect = range.getClientRects()[0];
      if (rect === undefined) return null;
      const { top, bottom, left, right } = rect;
      return { x: (left + right) / 2, y: (top + bottom) / 2, top, bottom, left, right };
    }
  }
  return null;
}
