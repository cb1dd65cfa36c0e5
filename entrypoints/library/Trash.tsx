import { useEffect, useState } from 'react';
import { TrashPage, type TrashState } from '../../components/library/TrashPage';
import { trashItems, type TrashItem } from '../../components/library/trashItems';
import { useWords } from '../../components/words';
import { serveNotices, type FromStore } from '../../lib/messages';
import { askStore } from '../pages/askStore';

/** The trash, live. */
export function Trash() {
  const words = useWords();
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof readTrash>> | null>(null);
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const read = async () => {
      const now = await readTrash();
      if (!life.signal.aborted) setAnswer(now);
    };
    const notesChanged = () => {
      void read();
      return null;
    };
    serveNotices({ notesChanged }, life.signal);
    void read();
    return () => life.abort();
  }, []);

  const done = (answered: FromStore<unknown>, sentence: string | null) => {
    if (answered.is === 'done') setTold(sentence);
    else setTold(words.notes.failures[answered.is === 'failed' ? answered.reason : 'failed']);
  };
  const restore = async (item: TrashItem) => {
    const restored =
      item.is === 'article'
        ? await askStore('restoreArticle', { id: item.id })
        : await askStore('restoreAnnotation', { id: item.id });
    done(restored, words.trash.restored);
  };
  const remove = async (items: readonly TrashItem[]) => {
    const articles = items.flatMap((item) => (item.is === 'article' ? [item.id] : []));
    const annotations = items.flatMap((item) => (item.is === 'annotation' ? [item.id] : []));
    done(await askStore('removeForGood', { articles, annotations }), null);
  };
  return (
    <TrashPage
      state={stateOf()}
      told={told}
      onRestore={(item) => void restore(item)}
      onRemove={(items) => void remove(items)}
    />
  );

  function stateOf(): TrashState {
    if (answer === null) return { is: 'loading' };
    if (answer.is === 'listed') return answer;
    return { is: 'failed', why: answer.reason === 'newer' ? words.notes.failures.newer : words.trash.failed };
  }
}

async function readTrash() {
  const answer = await askStore('trash', null);
  if (answer.is === 'done') return { is: 'listed', items: trashItems(answer.value, Date.now()) } as const;
  return { is: 'failed', reason: answer.is === 'failed' ? answer.reason : 'failed' } as const;
}
