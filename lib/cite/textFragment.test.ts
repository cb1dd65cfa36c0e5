import { describe, expect, test } from 'vitest';
import { PARAGRAPH_MARK } from '../text/normalise';
import { linkToPassage } from './textFragment';

const URL = 'https://www.yunze.example/a.html';
const TEXT = [
  '云泽省召开全省农村工作会议。会议强调，要把增加农民收入作为中心任务。',
  '会议指出，要把增加农民收入作为长期任务，一年接着一年干。',
  'Plan B-2, "A & B", is 50% done.',
].join(PARAGRAPH_MARK);

function link(quote: string, around: { readonly before?: string; readonly after?: string } = {}): string {
  const passage = { quote, before: around.before ?? '', after: around.after ?? '' };
  return decodeURIComponent(linkToPassage(URL, passage, TEXT).slice(URL.length));
}

describe('a link leads to the passage and to nothing before it', () => {
  test('words that stand once stand alone', () => {
    expect(link('中心任务')).toBe('#:~:text=中心任务');
  });

  test('words that stand twice get what stands before and after the second', () => {
    const found = link('要把增加农民收入作为', { before: '会议指出，', after: '长期任务' });
    expect(found).toMatch(/^#:~:text=.+-,要把增加农民收入作为,-长期任务/u);
  });

  test('a passage over paragraphs is named by its beginning and its end', () => {
    const begin = TEXT.indexOf('作为中心');
    expect(link(TEXT.slice(begin, TEXT.indexOf('，一年')))).toMatch(/^#:~:text=作为中心.*,.*长期任务$/u);
  });

  test('one that begins inside a word has the word before it', () => {
    expect(link('民收入作为中心任务')).toMatch(/^#:~:text=.*农-,民收入作为中心任务/u);
  });

  test('where nothing tells the passage from an earlier one, the address alone', () => {
    const twice = Array.from({ length: 3 }, () => '照旧。').join(PARAGRAPH_MARK);
    expect(linkToPassage(URL, { quote: '照旧', before: `照旧。${PARAGRAPH_MARK}`, after: '。' }, twice)).toBe(URL);
  });

  test('a passage that the page no longer has is still looked for', () => {
    expect(link('从前的话')).toBe('#:~:text=从前的话');
  });
});

test('marks that part a directive are escaped', () => {
  const quote = 'Plan B-2, "A & B", is 50% done';
  expect(linkToPassage(URL, { quote, before: '', after: '' }, TEXT)).toBe(
    `${URL}#:~:text=Plan%20B%2D2%2C%20%22A%20%26%20B%22%2C%20is%2050%25%20done`,
  );
});

test('an address with a fragment of its own keeps it, another directive does not stay', () => {
  const passage = { quote: '中心任务', before: '', after: '' };
  const encoded = encodeURIComponent('中心任务');
  expect(linkToPassage(`${URL}#top`, passage, TEXT)).toBe(`${URL}#top:~:text=${encoded}`);
  expect(linkToPassage(`${URL}#:~:text=old`, passage, TEXT)).toBe(`${URL}#:~:text=${encoded}`);
});

test('nothing selected: the address alone', () => {
  expect(linkToPassage(URL, { quote: ' ', before: '', after: '' }, TEXT)).toBe(URL);
});
