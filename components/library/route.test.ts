import { expect, test } from 'vitest';
import type { EntryId } from '../../lib/model';
import { hrefOf, REFERENCE, routeOf, type Route } from './route';

test.each<[string, Route]>([
  ['#/reference', REFERENCE],
  [
    '#/reference?q=%E5%85%AD%E7%A8%B3&kind=formulation&year=2022',
    { view: 'reference', query: '六稳', kind: 'formulation', place: null, year: '2022' },
  ],
  ['#/entry/liu-wen', { view: 'entry', id: 'liu-wen' as EntryId }],
  ['#/officials?on=2023-05-25', { view: 'officials', on: '2023-05-25', place: null }],
  ['#/pack', { view: 'pack' }],
  ['#/trash', { view: 'trash' }],
])('%s and back', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
  expect(hrefOf(route)).toBe(hash);
});

test.each(['', '#', '#/nowhere', '#/reference?kind=slogan&year=soon', '#/entry/'])(
  '%s leads to the reference',
  (hash) => {
    expect(routeOf(hash)).toEqual(REFERENCE);
  },
);

test('a broken address does not throw', () => {
  expect(routeOf('#/entry/%E5%85')).toEqual({ view: 'entry', id: '%E5%85' });
});
