import { useState } from 'react';
import { CopyButton } from '../../../components/card/CopyButton';
import { hrefOf } from '../../../components/library/route';
import { CorrectForm } from '../../../components/packs/CorrectForm';
import { useLanguage, useWords } from '../../../components/words';
import { askBackground } from '../../../lib/messages';
import { correctedIn, type WrittenCorrection } from '../../../lib/packs/correctForm';
import { differences } from '../../../lib/packs/described';
import { changedSince, fieldsOf, OWN_PACK, type CorrectedFields } from '../../../lib/packs/own';
import type { Card } from '../../../lib/reference/card';
import { report } from '../../../lib/report';
import type { Database } from '../../../lib/store/database';
import { failureOf } from '../../../lib/store/failure';
import { keepCorrection, setCorrectionDeleted } from '../../../lib/store/own';
import { copy } from '../../pages/copy';
import { database } from './database';
import type { LiveReference } from './useReference';

interface EntryActsProps {
  readonly card: Card;
  readonly reference: LiveReference;
}

/** What the reader can do with an entry: change their own; correct, hide or report another. */
export function EntryActs({ card, reference: { lexicon, corrections } }: EntryActsProps) {
  const { packs: words, notes } = useWords();
  const language = useLanguage();
  const [isCorrecting, setCorrecting] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const { entry, from } = card;
  if (from?.id === OWN_PACK.id) {
    return (
      <p>
        <a className="button" href={hrefOf({ view: 'edit-entry', id: entry.id })}>
          {words.edit}
        </a>
      </p>
    );
  }
  const original = card.original ?? entry;
  const correction = corrections.find(({ id, deletedAt }) => id === entry.id && deletedAt === null);
  const outdated = correction === undefined ? [] : changedSince(original, correction);

  const act = async (doing: (base: Database) => Promise<unknown>) => {
    try {
      await doing(await database());
      await askBackground('wroteReference', null);
      setCorrecting(false);
      setTold(null);
    } catch (error) {
      report('correcting an entry', error);
      setTold(notes.failures[failureOf(error).reason]);
    }
  };
  const keep = (fields: CorrectedFields, hidden: boolean) => {
    const before = fieldsOf(original);
    const was = Object.fromEntries(
      Object.keys(fields).map((field) => [field, before[field as keyof CorrectedFields]]),
    ) as CorrectedFields;
    return act((base) => keepCorrection(base, { id: entry.id, hidden, fields, was }, Date.now()));
  };
  const save = (written: WrittenCorrection) => {
    const read = correctedIn(written, original);
    if (read.is === 'wrong') return setTold(words.fieldFaults.date(read.what));
    const isNothing = Object.keys(read.fields).length === 0;
    void (isNothing
      ? act((base) => setCorrectionDeleted(base, entry.id, Date.now(), Date.now()))
      : keep(read.fields, false));
  };
  if (isCorrecting) {
    return <CorrectForm entry={entry} wrong={told} onSave={save} onCancel={() => setCorrecting(false)} />;
  }
  return (
    <>
      {outdated.length > 0 && <p className="pack-warning">{words.changedSince}</p>}
      <p className="pack-acts">
        <button type="button" className="button" onClick={() => setCorrecting(true)}>
          {words.correct}
        </button>
        <button type="button" className="button" onClick={() => void keep(correction?.fields ?? {}, true)}>
          {words.hide}
        </button>
        {correction !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => void act((base) => setCorrectionDeleted(base, entry.id, Date.now(), Date.now()))}
          >
            {words.uncorrect}
          </button>
        )}
        <CopyButton text={reportText} copy={copy} label={words.report} done={words.reportCopied} />
      </p>
      {told !== null && <p role="alert">{told}</p>}
    </>
  );

  /** Nothing is sent: the reader gives it to whom they like. */
  function reportText(): string {
    const pack = lexicon.packOf.get(entry.id)!;
    const changes = card.original === null ? [] : differences(card.original, entry, language);
    return [
      words.reportTitle(entry.names.zh),
      `${pack.title[language]} ${pack.version} · ${entry.id}`,
      ...changes.map(({ field, before, after }) => `${words.correctable[field]}: ${before || '—'} → ${after || '—'}`),
      ...(changes.length === 0 ? [words.reportWhat] : []),
      words.reportSource,
    ].join('\n');
  }
}
