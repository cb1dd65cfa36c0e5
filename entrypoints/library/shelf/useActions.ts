import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../components/shelf/SelectionBar';
import { useWords } from '../../../components/words';
import type { ListedArticle, ListedNote } from '../../../lib/library/rows';
import type { FromStore, NotesProtocol } from '../../../lib/messages';
import type { Annotation, AnnotationChange, Colour } from '../../../lib/model';
import { inQuotes } from '../../../lib/words/inQuotes';
import { askStore } from '../../pages/askStore';

type ManyChange = Parameters<NotesProtocol['changeAnnotations']>[0]['changes'][number];
/** Does something to some; what it answers tells how they are now. */
type Step<T, R> = (some: readonly T[]) => Promise<FromStore<R>>;

/** Takes back what was done; tells whether it is. */
export type Undo = () => Promise<{ readonly is: (End | FromStore<unknown>)['is'] }>;

export interface Actions {
  /** What was done last, as a sentence, and how many can be undone. */
  readonly told: string | null;
  readonly canUndo: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly undo: () => void;
  readonly recolour: (notes: readonly ListedNote[], colour: Colour) => void;
  readonly tag: (notes: readonly ListedNote[], tag: string, how: 'add' | 'remove') => void;
  /** In the whole library; null: the tags go. Tells whether anything was changed. */
  readonly retag: (tags: readonly string[], as: string | null) => Promise<boolean>;
  readonly deleteNotes: (notes: readonly ListedNote[]) => void;
  readonly deleteArticles: (articles: readonly ListedArticle[]) => void;
  /** Something was changed elsewhere on this page that can be undone. */
  readonly did: (sentence: string, undo: Undo) => void;
}

/** Written in one transaction: few enough that cancelling is prompt. */
const AT_ONCE = 200;
/** Articles bring all their annotations along. */
const ARTICLES_AT_ONCE = 20;

/** What is done to many, with progress, and undone. */
export function useActions(): Actions {
  const words = useWords();
  const { shelf, notes: noteWords } = words;
  const [told, setTold] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  const isCancelled = useRef(false);

  /** In parts, until all is done, something fails or the reader stops it. */
  async function inParts<T, R>(all: readonly T[], size: number, step: Step<T, R>): Promise<{ answers: R[]; end: End }> {
    const answers: R[] = [];
    isCancelled.current = false;
    let end: End = { is: 'done' };
    for (let from = 0; from < all.length; from += size) {
      if (all.length > size) setProgress({ done: from, total: all.length });
      if (isCancelled.current) {
        end = { is: 'stopped', done: from };
        break;
      }
      const answer = await step(all.slice(from, from + size));
      if (answer.is !== 'done') {
        end = { is: 'failed', why: noteWords.failures[answer.is === 'failed' ? answer.reason : 'failed'] };
        break;
      }
      answers.push(answer.value);
    }
    setProgress(null);
    return { answers, end };
  }

  const finish = (end: End, total: number, sentence: string, undo: Undo) => {
    setUndos((before) => [...before, undo]);
    if (end.is === 'done') setTold(sentence);
    else setTold(end.is === 'failed' ? end.why : shelf.stopped(end.done, total));
  };

  const changeAll = async (
    notes: readonly ListedNote[],
    changeOf: (note: ListedNote) => AnnotationChange | null,
    sentence: (count: number) => string,
  ) => {
    const before = new Map(notes.map((note) => [note.id, note.note]));
    const changes = notes.flatMap((note): ManyChange[] => {
      const change = changeOf(note);
      return change === null ? [] : [{ id: note.id, revision: note.note.revision, change }];
    });
    const { answers, end } = await inParts(changes, AT_ONCE, (some) =>
      askStore('changeAnnotations', { changes: some }),
    );
    const changed = answers.flat();
    const fields = Object.keys(changes[0]?.change ?? {}) as (keyof AnnotationChange & keyof Annotation)[];
    const back = changed.map(({ id, revision }): ManyChange => {
      const row = before.get(id)!;
      const change = Object.fromEntries(fields.map((field) => [field, row[field as keyof typeof row]]));
      return { id, revision, change };
    });
    finish(end, changes.length, sentence(changed.length), async () => {
      const undone = await inParts(back, AT_ONCE, (some) => askStore('changeAnnotations', { changes: some }));
      return undone.end;
    });
  };

  const did: Actions['did'] = (sentence, undoIt) => {
    setUndos((before) => [...before, undoIt]);
    setTold(sentence);
  };
  const undo = useCallback(() => {
    const last = undos.at(-1);
    if (last === undefined) return;
    setUndos(undos.slice(0, -1));
    void last().then(({ is }) => {
      if (is === 'done') return setTold(shelf.undone);
      setTold(shelf.notUndone);
      // What was not taken back can be tried again.
      setUndos((before) => [...before, last]);
    });
  }, [undos, shelf.undone, shelf.notUndone]);
  useEffect(() => {
    const life = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
        if (!isUndo || isWriting(event.target)) return;
        event.preventDefault();
        undo();
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, [undo]);

  return {
    told,
    canUndo: undos.length > 0,
    progress,
    cancel: () => {
      isCancelled.current = true;
    },
    dismiss: () => setTold(null),
    undo,
    recolour: (notes, colour) =>
      void changeAll(notes, ({ note }) => (note.colour === colour ? null : { colour }), shelf.recoloured),
    tag: (notes, tag, how) =>
      void changeAll(
        notes,
        ({ note: { tags } }) => {
          if (tags.includes(tag) === (how === 'add')) return null;
          return { tags: how === 'add' ? [...tags, tag] : tags.filter((each) => each !== tag) };
        },
        (count) => (how === 'add' ? shelf.tagged(count, tag) : shelf.untagged(count, tag)),
      ),
    retag: async (tags, as) => {
      const answer = await askStore('retag', { tags, as });
      if (answer.is !== 'done') {
        setTold(noteWords.failures[answer.is === 'failed' ? answer.reason : 'failed']);
        return false;
      }
      const written = answer.value;
      if (written === null) {
        setTold(shelf.noSuchTags);
        return false;
      }
      const meant = tags.length === 1 ? inQuotes(tags[0]!) : shelf.tagCount(tags.length);
      const sentence = as === null ? shelf.tagsDeleted(meant, written.count) : shelf.retagged(meant, as, written.count);
      did(sentence, () => askStore('undoRetag', written));
      return true;
    },
    deleteNotes: (notes) => {
      const ids = notes.map(({ id }) => id);
      void inParts(ids, AT_ONCE, (some) => askStore('deleteAnnotations', { ids: some })).then(({ answers, end }) => {
        const gone = answers.flat().map(({ id }) => id);
        finish(end, ids.length, shelf.deleted(gone.length), async () => {
          const undone = await inParts(gone, AT_ONCE, (some) => askStore('restoreAnnotations', { ids: some }));
          return undone.end;
        });
      });
    },
    deleteArticles: (articles) => {
      const ids = articles.map(({ id }) => id);
      void inParts(ids, ARTICLES_AT_ONCE, eachOf('deleteArticle')).then(({ answers, end }) => {
        const gone = answers.flat();
        finish(end, ids.length, shelf.deletedArticles(gone.length), async () => {
          const undone = await inParts(gone, ARTICLES_AT_ONCE, eachOf('restoreArticle'));
          return undone.end;
        });
      });
    },
    did,
  };
}

type End =
  | { readonly is: 'done' }
  | { readonly is: 'stopped'; readonly done: number }
  | { readonly is: 'failed'; readonly why: string };

/** Articles one after the other; the ids of those that were done. */
function eachOf(name: 'deleteArticle' | 'restoreArticle') {
  return async <Id extends ListedArticle['id']>(ids: readonly Id[]): Promise<FromStore<readonly Id[]>> => {
    for (const id of ids) {
      const answer = await askStore(name, { id });
      if (answer.is === 'failed') return answer;
    }
    return { is: 'done', value: ids };
  };
}

/** Whether keys belong to a field that is being written in. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}
