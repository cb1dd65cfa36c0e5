import { describe, expect, test } from 'vitest';
import type { NoteOnPage, NoteState } from '../../lib/model';
import { listedNotes } from './listedNotes';

const note = (id: string, state: NoteState) => ({ annotation: { id }, state, now: null }) as unknown as NoteOnPage;
const listed = (...frames: Parameters<typeof listedNotes>[0]) =>
  listedNotes(frames).map(({ annotation: { id }, state, frameId }) => `${id} ${state} ${frameId}`);

describe('the notes of all frames', () => {
  test('those on the article stand first, those without a place last, the others as their frames have them', () => {
    const top = { frameId: 0, notes: [note('whole', 'article'), note('a', 'exact'), note('lost', 'orphan')] };
    const inner = { frameId: 7, notes: [note('inner whole', 'article'), note('b', 'changed')] };
    expect(listed(inner, top)).toEqual([
      'whole article 0',
      'inner whole article 7',
      'a exact 0',
      'b changed 7',
      'lost orphan 0',
    ]);
  });

  test('a note that two frames of one address look for is listed where it stands', () => {
    const top = { frameId: 0, notes: [note('a', 'exact'), note('b', 'orphan'), note('whole', 'article')] };
    const srcdoc = { frameId: 3, notes: [note('b', 'exact'), note('a', 'orphan'), note('whole', 'article')] };
    expect(listed(top, srcdoc)).toEqual(['whole article 0', 'a exact 0', 'b exact 3']);
    expect(listedNotes([top, srcdoc]).map(({ lookedForIn }) => lookedForIn)).toEqual([
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });

  test('one that nobody finds is listed once', () => {
    const frames = [0, 5].map((frameId) => ({ frameId, notes: [note('a', 'orphan')] }));
    expect(listed(...frames)).toEqual(['a orphan 0']);
  });
});
