import { expect, test } from 'vitest';
import type { Day, EntryId } from '../../lib/model';
import type { AnnotationId, SavedArticleId } from '../../lib/model';
import { NO_QUERY } from '../../lib/library/query';
import { hrefOf, NOTES, REFERENCE, routeOf, type Route } from './route';

test.each<[string, Route]>([
  ['#/reference', REFERENCE],
  [
    '#/reference?q=%E5%85%AD%E7%A8%B3&kind=formulation&year=2022',
    { view: 'reference', query: '六稳', kind: 'formulation', place: null, year: '2022' },
  ],
  ['#/entry/liu-wen', { view: 'entry', id: 'liu-wen' as EntryId }],
  ['#/officials?on=2023-05-25', { view: 'officials', on: '2023-05-25', place: null }],
  ['#/pack', { view: 'pack' }],
  ['#/check', { view: 'check' }],
  ['#/compare', { view: 'compare', a: null }],
  ['#/compare?a=a-1', { view: 'compare', a: 'a-1' as SavedArticleId }],
  ['#/trash', { view: 'trash' }],
  ['#/import', { view: 'import' }],
  ['#/backups', { view: 'backups' }],
  ['#/notes', NOTES],
  [
    '#/notes?q=%E5%85%AD%E7%A8%B3&read-from=2025-01-01&sort=oldest&colour=green&tag=%E8%A6%81%E7%82%B9&entry=liu-wen',
    {
      view: 'notes',
      query: {
        ...NO_QUERY,
        text: '六稳',
        colours: ['green'],
        tags: ['要点'],
        entries: ['liu-wen' as EntryId],
        read: { from: '2025-01-01' as Day, to: null },
        sort: 'oldest',
      },
    },
  ],
  ['#/overview', { view: 'overview', query: NO_QUERY }],
  ['#/article/a-1?note=n-1', { view: 'article', id: 'a-1' as SavedArticleId, note: 'n-1' as AnnotationId }],
])('%s and back', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
  expect(hrefOf(route)).toBe(hash);
});

test.each(['', '#', '#/nowhere', '#/entry/', '#/article/', '#/notes?colour=red&read-from=soon&sort=best'])(
  '%s leads to the annotations',
  (hash) => {
    expect(routeOf(hash)).toEqual(NOTES);
  },
);

test('what does not fit an address of the reference is left out', () => {
  expect(routeOf('#/reference?kind=slogan&year=soon')).toEqual(REFERENCE);
});

test('a broken address does not throw', () => {
  expect(routeOf('#/entry/%E5%85')).toEqual({ view: 'entry', id: '%E5%85' });
});
