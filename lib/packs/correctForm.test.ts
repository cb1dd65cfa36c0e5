import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { Entry } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { BUNDLED, cardOf } from '../reference/card';
import { correctBy } from './correct';
import { correctedIn, correctionFor } from './correctForm';
import { differences } from './described';
import { changedSince, fieldsOf, type Correction } from './own';

const pack = readBundledPack();
const entry = (id: string) => pack.entries.find((each) => each.id === id)!;

test('the pack that comes with us has the id by which it is told from others', () => {
  expect(pack.id).toBe(BUNDLED);
});

test('a form that is saved as it was opened corrects nothing, of any entry', () => {
  for (const each of pack.entries) expect(correctedIn(correctionFor(each), each)).toEqual({ is: 'fields', fields: {} });
});

test('what was written is corrected, and nothing else; a date that is none is told', () => {
  const original = entry('lin-wu');
  const written = correctionFor(original);
  const from = [{ ...written.tenures[0]!, from: '2021-06' }, ...written.tenures.slice(1)];
  const read = correctedIn({ ...written, tenures: from }, original);
  expect(Object.keys((read as { fields: object }).fields)).toEqual(['tenures']);
  expect(read).toMatchObject({ fields: { tenures: [{ from: '2021-06' }] } });
  expect(correctedIn({ ...written, tenures: [{ ...written.tenures[0]!, to: '昨天' }] }, original)).toEqual({
    is: 'wrong',
    what: '昨天',
  });
});

const gloss = { zh: '改过', en: 'changed', status: 'given' } as const;
const correctionOf = (original: Entry, more: Partial<Correction> = {}): Correction => ({
  id: original.id,
  hidden: false,
  fields: { gloss },
  was: { gloss: fieldsOf(original).gloss! },
  updatedAt: 1,
  deletedAt: null,
  ...more,
});

test('a correction wins, is shown with the original, and outlives an update, which is told', () => {
  const original = entry('liu-wen');
  const correction = correctionOf(original);
  const lexicon = buildLexicon([pack], correctBy([correction]));
  const card = cardOf(lexicon.entries.get(original.id)!, lexicon, null);
  expect(card).toMatchObject({ from: null, entry: { gloss }, original: { gloss: fieldsOf(original).gloss } });
  expect(differences(card.original!, card.entry, 'zh')).toMatchObject([{ field: 'gloss', after: '改过' }]);
  expect(changedSince(original, correction)).toEqual([]);
  const updated = { ...original, gloss: { zh: '新', en: 'new', status: 'defined' } } as Entry;
  expect(changedSince(updated, correction)).toEqual(['gloss']);
  const later = { ...pack, entries: pack.entries.map((each) => (each === original ? updated : each)) };
  expect(buildLexicon([later], correctBy([correction])).entries.get(original.id)).toMatchObject({ gloss });
});

test('a hidden entry is nowhere; one that is taken back is there again', () => {
  const original = entry('liu-wen');
  const hidden = correctionOf(original, { hidden: true });
  const lexicon = buildLexicon([pack], correctBy([hidden]));
  expect(lexicon.entries.has(original.id)).toBe(false);
  expect(lexicon.uses.flat().some((use) => use.entry.id === original.id)).toBe(false);
  const back = buildLexicon([pack], correctBy([{ ...hidden, deletedAt: 2 }]));
  expect(back.entries.get(original.id)).toBe(original);
  expect(back.originals.size).toBe(0);
});
