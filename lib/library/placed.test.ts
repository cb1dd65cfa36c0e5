import { expect, test } from 'vitest';
import { describe } from '../anchor/locate';
import type { Annotation } from '../model';
import { PARAGRAPH_MARK } from '../text/normalise';
import { piecesOf, placeNotes } from './placed';

const PARAGRAPHS = ['会议强调，要抓好项目建设。', '下一步，将建立清单、倒排工期。'];
const TEXT = PARAGRAPHS.join(PARAGRAPH_MARK);

function note(id: string, quote: string | null, text = TEXT): Annotation {
  const start = quote === null ? 0 : text.indexOf(quote);
  const anchor = quote === null ? null : describe(text, { start, end: start + quote.length });
  return { id, anchor, colour: 'yellow' } as unknown as Annotation;
}

test('a note over two paragraphs has a part in each; those on the whole article come first, those not found last', () => {
  const gone = note(
    'gone',
    '此前另有一段，说的是完全不同的内容',
    `此前另有一段，说的是完全不同的内容。${'他文'.repeat(40)}`,
  );
  const across = note('across', `项目建设。${PARAGRAPH_MARK}下一步`);
  // Its words stand on the first page too.
  const second = { ...note('second', '会议强调'), page: 2 };
  const { listed, byParagraph } = placeNotes(PARAGRAPHS, [
    gone,
    across,
    note('first', '会议强调'),
    note('all', null),
    second,
  ]);
  expect(listed.map(({ annotation, state }) => [annotation.id, state])).toEqual([
    ['all', 'article'],
    ['first', 'exact'],
    ['across', 'exact'],
    ['gone', 'orphan'],
    ['second', 'orphan'],
  ]);
  const parts = byParagraph.map((notes, number) =>
    notes.map(({ id, start, end }) => [id, PARAGRAPHS[number]!.slice(start, end)]),
  );
  expect(parts).toEqual([
    [
      ['across', '项目建设。'],
      ['first', '会议强调'],
    ],
    [['across', '下一步']],
  ]);
});

test('pieces are cut wherever something begins or ends, and make the whole paragraph', () => {
  const { byParagraph } = placeNotes(PARAGRAPHS, [note('a', '强调，要抓'), note('b', '要抓好项目')]);
  const pieces = piecesOf(PARAGRAPHS[0]!, byParagraph[0]!, [{ start: 8, end: 12, key: 'x' as never }]);
  expect(pieces.map(({ start, end }) => PARAGRAPHS[0]!.slice(start, end)).join('')).toBe(PARAGRAPHS[0]);
  expect(pieces.map(({ notes, mention }) => [notes.map(({ id }) => id).join(''), mention?.key ?? ''])).toEqual([
    ['', ''],
    ['a', ''],
    ['ab', ''],
    ['b', ''],
    ['b', 'x'],
    ['', 'x'],
    ['', ''],
  ]);
});
