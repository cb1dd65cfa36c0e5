import { expect, test } from 'vitest';
import { LIBRARY } from '../../tests/export/library';
import { MemoryStore } from '../../tests/export/memoryStore';
import type { Annotation, SavedArticleId } from '../model';
import type { AnnotatedArticle } from './format';
import type { Incoming } from './incoming';
import type { Reads } from './plan';

const [first] = LIBRARY as [AnnotatedArticle];
const [note] = first.annotations as [Annotation];

async function* incoming(all: readonly AnnotatedArticle[]): AsyncGenerator<Incoming> {
  for (const each of all) yield { is: 'article', ...each };
}

/** The first note as the store has it after a file with another version of it was taken. */
async function taken(there: Partial<Annotation>, wanted: Partial<Annotation>, reads: Reads = 'all') {
  const store = new MemoryStore([{ ...first, annotations: [{ ...note, ...there }] }]);
  const before = store.library();
  const file = [{ ...first, annotations: [{ ...note, ...wanted }] }];
  const { steps, tally } = await store.take(() => incoming(file), reads);
  const after = store.notes.get(note.id)!;
  const again = await store.take(() => incoming(file), reads);
  expect(again.tally.annotations).toMatchObject({ added: 0, changed: 0 });
  store.undo(steps);
  expect(store.library()).toEqual(before);
  return { after, tally };
}

const LATER = note.updatedAt + 1000;

test('what was changed later in the file is taken', async () => {
  const { after } = await taken({}, { note: '后来的', updatedAt: LATER });
  expect(after).toMatchObject({ note: '后来的', revision: note.revision + 1 });
});

test('what was changed later here stays', async () => {
  const { after, tally } = await taken({ note: '这里的', updatedAt: LATER }, {});
  expect(after.note).toBe('这里的');
  expect(tally.annotations.skipped).toBe(1);
});

test('what is in the trash comes back, as it was last', async () => {
  const { after } = await taken({ note: '这里的', deletedAt: LATER, updatedAt: LATER }, {});
  expect(after).toMatchObject({ note: '这里的', deletedAt: null });
});

test('nothing is deleted, though the file has it in the trash', async () => {
  expect((await taken({}, { deletedAt: LATER, updatedAt: LATER })).after.deletedAt).toBeNull();
});

test('a format with some fields only changes nothing that is there', async () => {
  expect((await taken({}, { note: '后来的', updatedAt: LATER }, 'some')).after).toEqual(note);
});

test('the page that is there keeps its id, what is missing of it is filled in', async () => {
  const id = 'c0000000-0000-4000-8000-000000000001' as SavedArticleId;
  const store = new MemoryStore([{ article: { ...first.article, id, title: null, paragraphs: [] }, annotations: [] }]);
  await store.take(() => incoming([first]), 'some');
  const [only] = store.library();
  expect(only!.article).toMatchObject({ id, title: first.article.title, paragraphs: first.article.paragraphs });
  expect(only!.annotations).toHaveLength(first.annotations.length);
  expect(store.articles.size).toBe(1);
});

test('an id that belongs to another page is not taken from it', async () => {
  const other = { ...LIBRARY[1]!, article: { ...LIBRARY[1]!.article, id: first.article.id } };
  const store = new MemoryStore([first]);
  await store.take(
    () =>
      incoming([
        { ...other, annotations: other.annotations.map((each) => ({ ...each, articleId: first.article.id })) },
      ]),
    'all',
  );
  expect(store.articles.size).toBe(2);
  expect(store.library()[0]).toEqual(first);
  expect(store.library()[1]!.annotations).toHaveLength(2);
});

test('a note whose id a file gives to another page stays with its own', async () => {
  const store = new MemoryStore([first]);
  const { article } = LIBRARY[1]!;
  const stolen = { ...note, articleId: article.id, note: '改写', updatedAt: LATER };
  const { tally } = await store.take(() => incoming([{ article, annotations: [stolen] }]), 'all');
  expect(tally.annotations).toEqual({ added: 0, changed: 0, skipped: 1 });
  expect(store.notes.get(note.id)).toEqual(note);
});

test('what stands twice in a file is added once', async () => {
  const store = new MemoryStore();
  const { tally } = await store.take(() => incoming([first, first]), 'all');
  expect(tally).toMatchObject({ articles: { added: 1, changed: 0 }, annotations: { added: 5, skipped: 5 } });
});
