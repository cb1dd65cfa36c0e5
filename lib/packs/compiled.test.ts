import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { detect } from '../detect/detect';
import type { EntryId } from '../model';
import { buildLexicon, withBeside } from '../reference/lexicon';
import { normalise } from '../text/normalise';
import { mentioned, PackCompiler, withId } from './compiled';
import { packEntry } from './packEntry';
import { packOf } from './packOf';

const entry = (id: string, name: string, more: object = {}) => v.parse(packEntry, { id, kind: 'event', name, ...more });
const compiled = (all: readonly ReturnType<typeof entry>[]) => {
  const compiler = new PackCompiler();
  for (const each of all) compiler.add(each);
  return compiler.finish();
};
const NAMED = { id: 'large', version: '1', title: { zh: '大', en: 'Large' }, licence: '' };

test('the entries that a text mentions are those whose forms stand in it', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[六稳保大]{2,4}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(names, fc.stringMatching(/^[六稳保大。]{0,40}$/), (all, text) => {
      const pack = compiled(all.map((name, at) => entry(`e${at}`, name)));
      const wanted = all.flatMap((name, at) => (text.includes(name) ? [at] : []));
      expect(mentioned(pack, normalise(text).codes)).toEqual(wanted);
    }),
  );
});

test('entries with one form are all found, one with two forms once, each by its id', () => {
  const pack = compiled([
    entry('a', '青禾会'),
    entry('b', '青禾会'),
    entry('c', '青禾节', { forms: ['青禾节', '青禾日'] }),
  ]);
  expect(mentioned(pack, normalise('青禾会上说青禾节和青禾日').codes)).toEqual([0, 1, 2]);
  expect(withId(pack, 'c' as EntryId)).toEqual([2]);
  expect(withId(pack, 'd' as EntryId)).toEqual([]);
});

test('a lexicon with some entries beside it finds what one lexicon of all would find', () => {
  const bundled = readBundledPack();
  const beside = packOf(NAMED, [entry('x', '产业协同'), entry('liu-wen', '六稳'), entry('y', '六稳工作')]);
  const text = '全省要用好“链长制”，推动产业协同，扎实做好“六稳”工作、“六保”任务，六稳工作。';
  const circumstances = { date: null, place: null };
  const whole = detect(text, buildLexicon([bundled, beside]), circumstances);
  const joined = detect(text, withBeside(buildLexicon([bundled]), buildLexicon([beside])), circumstances);
  expect(joined).toEqual(whole);
  expect(joined.mentions.map(({ entryId }) => entryId)).toContain('x');
});
