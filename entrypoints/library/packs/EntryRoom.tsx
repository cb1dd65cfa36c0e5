import { useState } from 'react';
import { EntryForm } from '../../../components/packs/EntryForm';
import type { Route } from '../../../components/library/route';
import { useLanguage, useWords } from '../../../components/words';
import { askBackground } from '../../../lib/messages';
import type { EntryId } from '../../../lib/model';
import { entryIn, formFor, formOfEntry, type FieldFault, type WrittenForm } from '../../../lib/packs/entryForm';
import type { OfferedEntry } from '../../../lib/packs/offered';
import type { OwnEntry } from '../../../lib/packs/own';
import { report } from '../../../lib/report';
import { failureOf } from '../../../lib/store/failure';
import { keepOwnEntry } from '../../../lib/store/own';
import { localDay } from '../../../lib/text/dates';
import { database } from './database';

interface EntryRoomProps {
  readonly of: { readonly offered: OfferedEntry } | { readonly entry: OwnEntry };
  readonly go: (route: Route, isStep: boolean) => void;
}

/** The form of an entry: a new one, or one that is changed. */
export function EntryRoom({ of, go }: EntryRoomProps) {
  const words = useWords();
  const language = useLanguage();
  const before = 'entry' in of ? of.entry.entry : null;
  const [id] = useState(() => before?.id ?? newId());
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (written: WrittenForm) => {
    const read = entryIn(written, before, id, language, localDay(new Date()));
    if (read.is === 'faults') return setFaults(read.faults);
    setFaults([]);
    try {
      await keepOwnEntry(await database(), read.entry, Date.now());
      await askBackground('wroteReference', null);
      go({ view: 'entry', id }, true);
    } catch (error) {
      report('keeping an entry', error);
      setFailure(words.notes.failures[failureOf(error).reason]);
    }
  };
  return (
    <>
      <h1>{before === null ? words.packs.newEntry : words.packs.editEntry}</h1>
      <EntryForm
        initial={'entry' in of ? formOfEntry(of.entry.entry, language) : formFor(of.offered)}
        isNew={before === null}
        faults={faults}
        failure={failure}
        onSave={(written) => void save(written)}
        onCancel={() => history.back()}
      />
    </>
  );
}

function newId(): EntryId {
  return `own-${crypto.randomUUID().slice(0, 13)}` as EntryId;
}
