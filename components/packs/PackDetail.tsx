import type { ReactNode } from 'react';
import type { Bilingual, PackChange } from '../../lib/model';
import type { Conflict } from '../../lib/packfiles/preview';
import { Confirm } from '../Confirm';
import { hrefOf } from '../library/route';
import { useText, useWords } from '../words';
import { Conflicts } from './PackImport';
import './packs.css';

export interface DetailedPack {
  readonly id: string;
  readonly title: Bilingual;
  readonly version: string;
  readonly licence: string;
  readonly hash: string;
  readonly entries: number;
  readonly changes: readonly PackChange[];
  readonly importedAt: number;
  readonly previous: { readonly version: string; readonly importedAt: number } | null;
}

interface PackDetailProps {
  readonly pack: DetailedPack;
  /** Some of its entries that can be looked at. */
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly conflicts: { readonly count: number; readonly first: readonly Conflict[] };
  readonly files: ReactNode;
  readonly onRollBack: () => void;
  readonly onRemove: () => void;
}

/** The day of a moment where the reader is. */
const DAY = new Intl.DateTimeFormat('sv-SE');

/** One imported pack. */
export function PackDetail({ pack, entries, conflicts, files, onRollBack, onRemove }: PackDetailProps) {
  const words = useWords();
  const { packs } = words;
  const text = useText();
  const { title, version, licence, hash, changes, importedAt, previous } = pack;
  return (
    <>
      <p className="library-crumb">
        <a href={hrefOf({ view: 'packs' })}>{words.library.pack}</a>
      </p>
      <h1>{text(title)}</h1>
      <dl className="library-facts">
        <dt>{words.library.version}</dt>
        <dd>{version}</dd>
        <dt>{words.library.licence}</dt>
        <dd>{licence || packs.noLicence}</dd>
        <dt>{words.library.entries}</dt>
        <dd>{pack.entries}</dd>
        <dt>{packs.importedOn}</dt>
        <dd>{DAY.format(importedAt)}</dd>
        <dt>{packs.id}</dt>
        <dd>{pack.id}</dd>
        <dt>SHA-256</dt>
        <dd className="pack-hash">{hash}</dd>
      </dl>
      <div className="pack-acts">
        {files}
        {previous !== null && (
          <button type="button" className="button" onClick={onRollBack}>
            {packs.rollBack(previous.version, DAY.format(previous.importedAt))}
          </button>
        )}
        <Confirm
          label={packs.remove}
          of={text(title)}
          question={packs.removeQuestion(text(title))}
          yes={packs.remove}
          onConfirm={onRemove}
        />
      </div>
      {changes.length > 0 && (
        <section>
          <h2>{words.library.changes}</h2>
          <ul className="card-lines">
            {changes.map((change) => (
              <li key={change.version}>
                <time dateTime={change.date}>{change.date}</time> {change.version} · {text(change)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Conflicts conflicts={conflicts} />
      <section>
        <h2>{packs.someEntries(entries.length, pack.entries)}</h2>
        <ul className="pack-entries">
          {entries.map(({ id, name }) => (
            <li key={id}>
              <a href={`#/entry/${encodeURIComponent(id)}`} lang="zh-CN">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
