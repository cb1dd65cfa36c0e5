import { describe, expect, test } from 'vitest';
import type { NoteOnPage } from '../../lib/model';
import { ALL_NOTES, matchesFilter, tagsOf, type NoteFilter } from './noteFilter';

const note = (fields: object, state = 'exact') =>
  ({ annotation: { colour: 'green', note: '', tags: [], anchor: null, ...fields }, state }) as unknown as NoteOnPage;
const NOTES = {
  bare: note({ anchor: { quote: '后七个月仍不能松劲' } }),
  written: note({ colour: 'blue', note: '要看 GDP 的口径', tags: ['待核', '数字'] }, 'changed'),
  lost: note({ note: '另一处', tags: ['数字'] }, 'orphan'),
};
const found = (filter: Partial<NoteFilter>) =>
  Object.entries(NOTES).flatMap(([name, each]) => (matchesFilter(each, { ...ALL_NOTES, ...filter }) ? [name] : []));

describe('which notes are listed', () => {
  test.each<[string, Partial<NoteFilter>, string[]]>([
    ['all of them', {}, ['bare', 'written', 'lost']],
    ['words of the quote', { text: ' 七个月 ' }, ['bare']],
    ['words of the note, in either case', { text: 'gdp' }, ['written']],
    ['words of a tag', { text: '数字' }, ['written', 'lost']],
    ['a colour', { colour: 'green' }, ['bare', 'lost']],
    ['a tag', { tag: '待核' }, ['written']],
    ['a state', { state: 'orphan' }, ['lost']],
    ['only with a note', { withNote: true }, ['written', 'lost']],
    ['all at once', { colour: 'green', withNote: true, tag: '数字' }, ['lost']],
  ])('%s', (_, filter, names) => {
    expect(found(filter)).toEqual(names);
  });

  test('the tags to choose from, each once', () => {
    expect(tagsOf(Object.values(NOTES))).toEqual(['待核', '数字']);
  });
});
