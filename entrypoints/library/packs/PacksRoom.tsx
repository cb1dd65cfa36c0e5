import { useState, useSyncExternalStore } from 'react';
import { PackImport, type PackImportState } from '../../../components/packs/PackImport';
import { PacksPage } from '../../../components/packs/PacksPage';
import { useLanguage, useWords } from '../../../components/words';
import { askBackground } from '../../../lib/messages';
import { knownBeside } from '../../../lib/packs/conflicts';
import { BUNDLED } from '../../../lib/reference/card';
import { report } from '../../../lib/report';
import type { Database } from '../../../lib/store/database';
import { failureOf } from '../../../lib/store/failure';
import type { PackRow } from '../../../lib/packs/packRow';
import { enablePack, orderPacks } from '../../../lib/store/packs';
import { database } from './database';
import { cancel, readFile, running, subscribe, take, type Running } from './runningPack';
import type { LiveReference } from './useReference';

interface PacksRoomProps {
  readonly rows: readonly PackRow[];
  readonly reference: LiveReference;
}

/** The packs in their order, and the place where another one comes in. */
export function PacksRoom({ rows, reference: { lexicon } }: PacksRoomProps) {
  const words = useWords();
  const language = useLanguage();
  const state = useSyncExternalStore(subscribe, running);
  const [told, setTold] = useState<string | null>(null);
  const bundled = lexicon.packs.find(({ id }) => id === BUNDLED)!;
  const listed = [
    ...rows.filter(({ order }) => order < 0).map(listedOf),
    { ...bundled, entries: bundled.entries.length, enabled: null },
    ...rows.filter(({ order }) => order >= 0).map(listedOf),
  ];

  const act = async (doing: (base: Database) => Promise<unknown>) => {
    try {
      await doing(await database());
      await askBackground('wroteReference', null);
      setTold(null);
    } catch (error) {
      report('changing packs', error);
      setTold(words.notes.failures[failureOf(error).reason]);
    }
  };
  const move = (id: string, by: 1 | -1) => {
    const ids = listed.map((each) => each.id);
    const at = ids.indexOf(id);
    const other = ids[at + by];
    if (other === undefined) return;
    [ids[at], ids[at + by]] = [other, id];
    void act((base) => orderPacks(base, ids, BUNDLED));
  };
  return (
    <PacksPage
      packs={listed}
      told={told}
      onEnable={(id, enabled) => void act((base) => enablePack(base, id, enabled))}
      onMove={move}
      importing={
        <PackImport
          state={shown(state)}
          onFile={(file) => readFile(file, knownBeside(lexicon, null, language))}
          onTake={() => void take()}
          onCancel={cancel}
        />
      }
    />
  );

  function shown(now: Running): PackImportState {
    const { packs } = words;
    switch (now.is) {
      case 'choosing':
      case 'reading':
      case 'read':
        return now;
      case 'patch': {
        const { corrections, exceptions } = now.patch;
        const names = corrections.map(({ id }) => lexicon.entries.get(id)?.names.zh ?? id);
        return { is: 'patch', names, exceptions: exceptions.length };
      }
      case 'taken':
        return { is: 'told', sentence: packs.taken[now.what](now.count), isWrong: false };
      case 'refused':
        return { is: 'told', sentence: packs.fileFaults[now.why](now.what), isWrong: true };
      case 'failed':
        return { is: 'told', sentence: words.notes.failures[now.reason], isWrong: true };
    }
  }
}

function listedOf({ id, title, version, licence, entries, enabled }: PackRow) {
  return { id, title, version, licence, entries, enabled };
}
