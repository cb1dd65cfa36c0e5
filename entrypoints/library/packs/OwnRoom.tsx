import { useState } from 'react';
import { OwnPage } from '../../../components/packs/OwnPage';
import { useWords } from '../../../components/words';
import { askBackground } from '../../../lib/messages';
import type { EntryId } from '../../../lib/model';
import { mergeEntries } from '../../../lib/packs/merge';
import { changedSince, type OwnEntry } from '../../../lib/packs/own';
import { report } from '../../../lib/report';
import { failureOf } from '../../../lib/store/failure';
import { keepOwnEntry, mergeOwn, setCorrectionDeleted, setOwnDeleted } from '../../../lib/store/own';
import type { Database } from '../../../lib/store/database';
import { database } from './database';
import { OwnFiles } from './OwnFiles';
import type { LiveReference } from './useReference';

interface OwnRoomProps {
  /** Those in the trash too. */
  readonly own: readonly OwnEntry[];
  readonly reference: LiveReference;
}

interface Told {
  readonly text: string;
  readonly undo: ((database: Database) => Promise<unknown>) | null;
}

export function OwnRoom({ own, reference }: OwnRoomProps) {
  const { packs: words, notes } = useWords();
  const [told, setTold] = useState<Told | null>(null);
  const { lexicon, corrections } = reference;

  const act = async (doing: (database: Database) => Promise<unknown>, done: Told | null) => {
    try {
      await doing(await database());
      await askBackground('wroteReference', null);
      setTold(done);
    } catch (error) {
      report('changing own entries', error);
      setTold({ text: notes.failures[failureOf(error).reason], undo: null });
    }
  };
  const remove = (ids: readonly EntryId[]) =>
    act((base) => setOwnDeleted(base, ids, Date.now(), Date.now()), {
      text: words.deletedNow(ids.length),
      undo: (base) => setOwnDeleted(base, ids, null, Date.now()),
    });
  const merge = ([first, second]: readonly [EntryId, EntryId]) => {
    const [into, other] = [first, second].map((id) => own.find((each) => each.id === id)!.entry);
    return act((base) => mergeOwn(base, mergeEntries(into!, other!), second, Date.now()), {
      text: words.merged(into!.name),
      undo: async (base) => {
        await keepOwnEntry(base, into!, Date.now());
        await keepOwnEntry(base, other!, Date.now());
      },
    });
  };
  return (
    <OwnPage
      entries={own.filter(({ deletedAt }) => deletedAt === null)}
      deleted={own.filter(({ deletedAt }) => deletedAt !== null)}
      corrections={corrections
        .filter(({ deletedAt }) => deletedAt === null)
        .map((correction) => {
          const original = lexicon.originals.get(correction.id) ?? null;
          return {
            id: correction.id,
            name: correction.fields.names?.zh ?? original?.names.zh ?? correction.id,
            isHidden: correction.hidden,
            isOutdated: original !== null && changedSince(original, correction).length > 0,
          };
        })}
      told={told?.text ?? null}
      onUndo={told?.undo ? () => void act(told.undo!, null) : null}
      onDelete={(ids) => void remove(ids)}
      onRestore={(id) =>
        void act((base) => setOwnDeleted(base, [id], null, Date.now()), { text: words.restored, undo: null })
      }
      onMerge={(ids) => void merge(ids)}
      onUncorrect={(id) =>
        void act((base) => setCorrectionDeleted(base, id, Date.now(), Date.now()), {
          text: words.uncorrected,
          undo: (base) => setCorrectionDeleted(base, id, null, Date.now()),
        })
      }
      files={<OwnFiles own={own} hasCorrections={corrections.some(({ deletedAt }) => deletedAt === null)} />}
    />
  );
}
