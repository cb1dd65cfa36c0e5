import { useState, type ReactNode } from 'react';
import type { EntryId } from '../../lib/model';
import type { OwnEntry } from '../../lib/packs/own';
import { fold } from '../../lib/text/normalise';
import { hrefOf } from '../library/route';
import { useText, useWords } from '../words';
import './packs.css';

export interface ListedCorrection {
  readonly id: EntryId;
  readonly name: string;
  readonly isHidden: boolean;
  /** The pack has changed since what was corrected. */
  readonly isOutdated: boolean;
}

interface OwnPageProps {
  readonly entries: readonly OwnEntry[];
  readonly deleted: readonly OwnEntry[];
  readonly corrections: readonly ListedCorrection[];
  /** What was done last, as a sentence. */
  readonly told: string | null;
  readonly onUndo: (() => void) | null;
  readonly onDelete: (ids: readonly EntryId[]) => void;
  readonly onRestore: (id: EntryId) => void;
  /** Two are chosen: the first of them stays. */
  readonly onMerge: (ids: readonly [EntryId, EntryId]) => void;
  readonly onUncorrect: (id: EntryId) => void;
  /** What can be written to a file. */
  readonly files: ReactNode;
}

/** The reader's own entries and corrections. */
export function OwnPage(props: OwnPageProps) {
  const { entries, deleted, corrections, told, onUndo, onDelete, onRestore, onMerge, onUncorrect, files } = props;
  const { packs: words, library } = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly EntryId[]>([]);
  const asked = fold(query).trim();
  const found = entries.filter(({ entry }) =>
    [
      entry.name,
      entry.pinyin,
      entry.english,
      entry.gloss.zh,
      entry.gloss.en,
      ...entry.forms.map(({ text }) => text),
    ].some((text) => fold(text).toLowerCase().includes(asked.toLowerCase())),
  );
  const marked = chosen.filter((id) => found.some((each) => each.id === id));
  const choose = (id: EntryId) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <>
      <h1>{words.own}</h1>
      <p className="soft">{words.ownHint}</p>
      <p className="pack-acts">
        <a className="button is-main" href={hrefOf({ view: 'new-entry', offered: {} })}>
          {words.newEntry}
        </a>
        {files}
      </p>
      <p role="status" className="pack-told">
        {told}
        {onUndo !== null && (
          <button type="button" className="button" onClick={onUndo}>
            {words.undo}
          </button>
        )}
      </p>
      {entries.length === 0 ? (
        <p>{words.noneYet}</p>
      ) : (
        <>
          <search className="library-search">
            <input
              type="search"
              value={query}
              placeholder={words.findOwn}
              aria-label={words.findOwn}
              onChange={({ target }) => setQuery(target.value)}
            />
          </search>
          <div className="pack-bar">
            <span className="soft">{library.found(found.length, entries.length)}</span>
            <button
              type="button"
              className="button"
              disabled={marked.length === 0}
              onClick={() => {
                onDelete(marked);
                setChosen([]);
              }}
            >
              {words.deleteChosen(marked.length)}
            </button>
            <button
              type="button"
              className="button"
              disabled={marked.length !== 2}
              onClick={() => {
                onMerge([marked[0]!, marked[1]!]);
                setChosen([]);
              }}
            >
              {words.merge}
            </button>
          </div>
          <ul className="library-list">
            {found.map(({ id, entry }) => (
              <OwnLine
                key={id}
                id={id}
                name={entry.name}
                kind={entry.kind}
                gloss={entry.gloss}
                offices={entry.offices.map(({ office }) => office)}
                isChosen={marked.includes(id)}
                onChoose={() => choose(id)}
              />
            ))}
          </ul>
        </>
      )}
      {corrections.length > 0 && (
        <section>
          <h2>{words.corrections}</h2>
          <ul className="library-list pack-lines">
            {corrections.map(({ id, name, isHidden, isOutdated }) => (
              <li key={id}>
                <span>
                  <a href={hrefOf({ view: 'entry', id })} lang="zh-CN">
                    {name}
                  </a>{' '}
                  {isHidden && <span className="soft">{words.hidden}</span>}
                  {isOutdated && <strong className="pack-warning"> {words.changedSince}</strong>}
                </span>
                <button type="button" className="button" onClick={() => onUncorrect(id)}>
                  {words.uncorrect}
                  <span className="visually-hidden"> {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {deleted.length > 0 && (
        <details className="pack-deleted">
          <summary>{words.deleted(deleted.length)}</summary>
          <ul className="library-list pack-lines">
            {deleted.map(({ id, entry }) => (
              <li key={id}>
                <span lang="zh-CN">{entry.name}</span>
                <button type="button" className="button" onClick={() => onRestore(id)}>
                  {words.restore}
                  <span className="visually-hidden"> {entry.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface OwnLineProps {
  readonly id: EntryId;
  readonly name: string;
  readonly kind: OwnEntry['entry']['kind'];
  readonly gloss: OwnEntry['entry']['gloss'];
  readonly offices: readonly string[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function OwnLine({ id, name, kind, gloss, offices, isChosen, onChoose }: OwnLineProps) {
  const words = useWords();
  const text = useText();
  return (
    <li className="pack-own-line">
      <input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={words.packs.choose(name)} />
      <a className="library-line" href={hrefOf({ view: 'entry', id })}>
        <span className={`card-kind kind-${kind}`}>{words.kinds[kind]}</span>
        <span className="library-line-name">
          <strong lang="zh-CN">{name}</strong>
        </span>
        <span className="soft library-line-gloss">
          {offices.join(' · ') || text(gloss) || gloss.zh || words.packs.noGloss}
        </span>
      </a>
      <a className="button" href={hrefOf({ view: 'edit-entry', id })}>
        {words.packs.edit}
        <span className="visually-hidden"> {name}</span>
      </a>
    </li>
  );
}
