import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../lib/model';
import { changeOf } from './changeOf';

const before = {
  colour: 'green',
  note: '旧',
  tags: ['待核'],
  entries: [],
  otherNotes: ['另一份'],
} as unknown as Annotation;

describe('what was changed of an annotation', () => {
  test('is only what differs: a colour left alone does not undo one chosen elsewhere', () => {
    expect(changeOf(before, { colour: 'green', note: '新', tags: ['待核'], entries: [] })).toEqual({ note: '新' });
  });

  test('is the order of tags too, and nothing when nothing was', () => {
    expect(changeOf({ ...before, tags: ['甲', '乙'] }, { tags: ['乙', '甲'] })).toEqual({ tags: ['乙', '甲'] });
    expect(changeOf(before, { ...before })).toEqual({});
  });

  test('takes off texts written elsewhere only when they are named', () => {
    expect(changeOf(before, { note: '旧' })).toEqual({});
    expect(changeOf(before, { note: '旧', otherNotes: [] })).toEqual({ otherNotes: [] });
  });
});
