import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildLexicon } from '../../lib/reference/lexicon';
import { parseLabelled, ratesOf, readLabelled } from '../../scripts/labelled';
import { score } from '../../scripts/score';
import { HALVES, readHalf, scoreUnlisted } from '../../scripts/scoreUnlisted';
import { readBundledPack } from '../../scripts/seeds';

const lexicon = buildLexicon([readBundledPack()]);
const texts = readLabelled();
const floor = JSON.parse(readFileSync(join(import.meta.dirname, '../articles/labelled/floor.json'), 'utf8')) as Record<
  string,
  { precision: number; recall: number }
>;

describe('the labelled texts', () => {
  const { counts, errors } = score(texts, lexicon);

  test('are as many as promised, each with an id of its own and labels that are forms', () => {
    expect(texts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    for (const { text, labels } of texts) {
      for (const { start, end, surface } of labels) expect(text.slice(start, end)).toBe(surface);
    }
  });

  test.each(Object.entries(floor))('%s: no worse than before', (kind, least) => {
    const { precision, recall } = ratesOf(counts.get(kind)!);
    expect(precision, errors.join('\n')).toBeGreaterThanOrEqual(least.precision);
    expect(recall, errors.join('\n')).toBeGreaterThanOrEqual(least.recall);
  });

  test('the floor is raised with what is reached', () => {
    const { precision, recall } = ratesOf(counts.get('all')!);
    expect(floor.all!.precision).toBeGreaterThan(precision - 0.005);
    expect(floor.all!.recall).toBeGreaterThan(recall - 0.005);
  });
});

describe.each(HALVES)('what the reference does not have, %s', (half) => {
  const labelled = readHalf(half);
  const { counts, errors } = scoreUnlisted(labelled, lexicon);
  const file = join(import.meta.dirname, '../articles/labelled/unlisted/floor.json');
  const least = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, typeof floor.all>>)[half]!;

  test('has texts enough, each with an id of its own', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(16);
    expect(new Set(labelled.map(({ id }) => id)).size).toBe(labelled.length);
  });

  test.each(['unlisted-official', 'unlisted-code', 'unlisted-formulation'])('%s: no worse than before', (label) => {
    const { precision, recall } = ratesOf(counts.get(label)!);
    expect(precision, errors.join('\n')).toBeGreaterThanOrEqual(least[label]!.precision);
    expect(recall, errors.join('\n')).toBeGreaterThanOrEqual(least[label]!.recall);
  });
});

describe('scoring', () => {
  const [text] = parseLabelled(
    '# a · 试 · place=山西\n⟦省委|zhongguo-gongchandang-shanxi-sheng-weiyuanhui⟧书记⟦林武|lin-wu⟧。',
    'a.txt',
  );

  test('counts what is found, what is missed and what is marked besides', () => {
    expect(score([text!], lexicon).counts.get('all')).toEqual({ right: 2, missed: 0, false: 0 });
    const unlabelled = { ...text!, labels: [] };
    expect(score([unlabelled], lexicon).counts.get('official')).toEqual({ right: 0, missed: 0, false: 1 });
    const elsewhere = { ...text!, place: '江苏' };
    expect(score([elsewhere], lexicon).counts.get('official')).toEqual({ right: 0, missed: 1, false: 0 });
  });

  test('of what is unlisted counts spans and kinds, and refuses labels of other kinds', () => {
    const [unlisted] = parseLabelled('# a · 试\n县长⟦丁若川|unlisted-official⟧与县长郑满仓。', 'a.txt');
    const { counts } = scoreUnlisted([unlisted!], lexicon);
    expect(counts.get('unlisted-official')).toEqual({ right: 1, missed: 0, false: 1 });
    expect(() => scoreUnlisted([text!], lexicon)).toThrow(/is none of unlisted-official/);
  });

  test('leaves an open label alone', () => {
    const open = { ...text!, labels: text!.labels.map((label) => ({ ...label, isOpen: true })) };
    expect(score([open], lexicon).counts.size).toBe(0);
  });

  test.each([
    ['no heading', '# a\n文', /"# a" is not a heading/],
    ['a day that is none', '# a · 试 · date=2022-02-30\n文', /2022-02-30 is not a date/],
    ['a place that is none', '# a · 试 · place=某地\n文', /某地 is not a place/],
  ])('%s is said', (_, written, sentence) => {
    expect(() => parseLabelled(written, 'a.txt')).toThrow(sentence);
  });
});
