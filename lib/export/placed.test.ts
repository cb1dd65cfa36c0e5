import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotated, LIBRARY, PAGES } from '../../tests/export/library';
import { describe as anchorOf } from '../anchor/locate';
import { PARAGRAPH_MARK } from '../text/normalise';
import type { AnnotatedArticle } from './format';
import { cleaned, placed } from './placed';

test('a passage that the saved text no longer has stands after it, word for word', () => {
  const [page] = LIBRARY as [AnnotatedArticle];
  const paragraphs = ['𠮷林路社区负责人说了别的。', page.article.paragraphs[0]!, '会议还研究了其他事项。'];
  const { text, passages } = placed({ ...page, article: { ...page.article, paragraphs, body: [] } }, '原文');
  const characters = Array.from(text);
  expect(passages.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(
    page.annotations.flatMap(({ anchor }) => anchor?.quote ?? []),
  );
  expect(text.startsWith(paragraphs.join('\n'))).toBe(true);
  expect(passages[0]!.end).toBeLessThan(text.indexOf('原文'));
  expect(passages[1]!.start).toBeGreaterThan(text.indexOf('原文'));
});

test('of a page, the article itself is the text; a passage beside it follows', () => {
  const paragraphs = ['首页 > 新闻', '会议强调，要做好“六稳”工作。', '相关阅读', '𠮷林路社区作了介绍。'];
  const notes = ['“六稳”工作', '相关阅读', '社区作了介绍'].map((quote) => ({ quote }));
  const page = annotated({ ...PAGES[0]!, paragraphs, notes }, 1);
  const { text, passages } = placed({ ...page, article: { ...page.article, body: [1, 3] } }, '原文');
  expect(text).toBe('会议强调，要做好“六稳”工作。\n𠮷林路社区作了介绍。\n\n原文\n\n相关阅读');
  const characters = Array.from(text);
  expect(passages.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(
    notes.map(({ quote }) => quote),
  );
  expect(passages[2]!.start).toBe(19);
});

test('whatever the text, each place gives back the passage, counted in code points', () => {
  const character = fc.constantFrom('提', '法', '𠮷', 'e\u0301', '\r\n', '\u2028', ' ', '“', '\ud800', '\u0001', 'a');
  const paragraph = fc.string({ unit: character, minLength: 1, maxLength: 12 });
  const [page] = LIBRARY as [AnnotatedArticle];
  const [note] = page.annotations;
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (paragraphs, one, other, isEdited) => {
        const text = paragraphs.join(PARAGRAPH_MARK);
        const [start, end] = [one % text.length, other % text.length].toSorted((a, b) => a - b) as [number, number];
        const anchor = anchorOf(text, { start, end: end + 1 });
        const article = { ...page.article, paragraphs: isEdited ? ['另一段', ...paragraphs] : paragraphs, body: [] };
        const { text: written, passages } = placed({ article, annotations: [{ ...note!, anchor }] }, '原文');
        const [only] = passages;
        const there = Array.from(written).slice(only!.start, only!.end).join('');
        expect(there).toBe(only!.quote);
        if (!isEdited) expect(there.replace(/\s/g, '')).toBe(cleaned(anchor.quote).replace(/\s/g, ''));
        expect(written.isWellFormed()).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
