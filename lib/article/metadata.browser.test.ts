import { describe, expect, test } from 'vitest';
import expected from '../../tests/articles/metadata/expected.json';
import floor from '../../tests/articles/metadata/floor.json';
import { scoreMetadata, type Expected, type Field } from '../../scripts/metadata/score';
import { readArticle } from './read';

const files = import.meta.glob<string>('../../tests/articles/metadata/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** After every date of the pages that is one. */
const NOW = Date.UTC(2026, 10, 20);

const pages = Object.entries(files).map(([path, html]) => {
  const slug = path.split('/').at(-1)!.replace('.html', '');
  const page = (expected as unknown as Readonly<Record<string, Expected>>)[slug]!;
  return {
    slug,
    expected: page,
    article: readArticle(new DOMParser().parseFromString(html, 'text/html'), page.url, NOW),
  };
});
const { counts, faults } = scoreMetadata(pages);

describe('the pages with known fields', () => {
  test('are as many as promised, each with what is expected of it', () => {
    expect(pages.length).toBeGreaterThanOrEqual(40);
    expect(pages.map(({ slug }) => slug).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(floor) as [Field, number][])('%s: read right on at least %i of them', (field, least) => {
    expect(counts[field].right, faults.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
