import { useEffect, useState, useSyncExternalStore } from 'react';
import { ImportPage } from '../../../components/exchange/ImportPage';
import { useLanguage, useWords } from '../../../components/words';
import { problemSentence } from '../../../lib/export/sentence';
import { report } from '../../../lib/report';
import { openDatabase } from '../../../lib/store/database';
import { doneImports, type DoneImport } from '../../../lib/store/imports';
import { again, cancel, importing, look, subscribe, take, takeBack, type Importing } from './runningImport';
import { failureSentence } from './sentences';

/** Files come in. What is under way goes on while the reader looks at something else in the library. */
export default function ImportRoom() {
  const state = useSyncExternalStore(subscribe, importing);
  const words = useWords();
  const language = useLanguage();
  const [past, setPast] = useState<readonly DoneImport[]>([]);
  useEffect(() => {
    if (state.is === 'choosing') readPast().then(setPast, (error: unknown) => report('the imports before', error));
  }, [state.is]);
  useEffect(() => {
    // A file that is dropped beside the place would replace the page.
    const life = new AbortController();
    const keep = (event: Event) => event.preventDefault();
    for (const name of ['dragover', 'drop']) addEventListener(name, keep, { signal: life.signal });
    return () => life.abort();
  }, []);
  return (
    <ImportPage
      state={shown(state)}
      past={past}
      onFiles={look}
      onImport={take}
      onCancel={cancel}
      onUndo={(id) => takeBack(id ?? undefined)}
      onAgain={again}
    />
  );

  function shown(now: Importing): Parameters<typeof ImportPage>[0]['state'] {
    const { exchange } = words;
    switch (now.is) {
      case 'looked': {
        const { shown: problems, settings, ...preview } = now.preview;
        const sentences = problems.map((problem) => problemSentence(problem, language));
        return { is: 'looked', preview: { ...preview, settings: Object.keys(settings).length, sentences } };
      }
      case 'done': {
        const sentence = now.isStopped ? exchange.importStopped(now.rows) : exchange.imported(now.rows);
        return { is: 'imported', sentence, canUndo: now.rows > 0 && !now.isStopped };
      }
      case 'undone': {
        const sentence = now.stayed === 0 ? exchange.undone : exchange.undoneBut(now.stayed);
        return { is: 'imported', sentence, canUndo: false };
      }
      case 'failed':
        return { is: 'failed', why: failureSentence(now.why, words), canUndo: now.canUndo };
      case 'choosing':
      case 'looking':
      case 'importing':
      case 'undoing':
        return now;
    }
  }
}

async function readPast(): Promise<readonly DoneImport[]> {
  const database = await openDatabase();
  return doneImports(database).finally(() => database.close());
}
