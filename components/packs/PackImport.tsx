import { useId } from 'react';
import type { Conflict, PackPreview } from '../../lib/packfiles/preview';
import { useText, useWords } from '../words';
import './packs.css';

export type PackImportState =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading'; readonly done: number; readonly total: number }
  | { readonly is: 'read'; readonly preview: PackPreview }
  /** Corrections and "wrong here" of somebody else: their names. */
  | { readonly is: 'patch'; readonly names: readonly string[]; readonly exceptions: number }
  /** What was done or why not, as a sentence. */
  | { readonly is: 'told'; readonly sentence: string; readonly isWrong: boolean };

interface PackImportProps {
  readonly state: PackImportState;
  readonly onFile: (file: File) => void;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

/** A file is chosen, read, looked at, put in force. Nothing is in force before the reader has seen what it is. */
export function PackImport({ state, onFile, onTake, onCancel }: PackImportProps) {
  const words = useWords().packs;
  switch (state.is) {
    case 'choosing':
      return <ChooseFile onFile={onFile} />;
    case 'reading':
      return (
        <>
          <p role="status">{words.reading}</p>
          <progress max={state.total || 1} value={state.done} aria-label={words.reading} />
          <p className="soft">{state.total > 0 && words.rowsOf(state.done, state.total)}</p>
          <button type="button" className="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </>
      );
    case 'read':
      return <Preview preview={state.preview} onTake={onTake} onCancel={onCancel} />;
    case 'patch':
      return (
        <section aria-label={words.patchTitle}>
          <h3>{words.patchTitle}</h3>
          <p>{words.patchCounts(state.names.length, state.exceptions)}</p>
          <p lang="zh-CN">{state.names.slice(0, 20).join('、')}</p>
          <Acts name={words.takePatch} onTake={onTake} onCancel={onCancel} />
        </section>
      );
    case 'told':
      return (
        <>
          <p role={state.isWrong ? 'alert' : 'status'}>{state.sentence}</p>
          <button type="button" className="button" onClick={onCancel}>
            {words.anotherFile}
          </button>
        </>
      );
  }
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const words = useWords().packs;
  const id = useId();
  return (
    <div
      className="pack-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      <input
        id={id}
        type="file"
        accept=".json,.csv,.tsv,.txt,.zip"
        className="visually-hidden"
        onChange={({ target }) => target.files?.[0] && onFile(target.files[0])}
      />
      <label htmlFor={id} className="button is-main">
        {words.chooseFile}
      </label>
      <span className="soft">{words.formatsHint}</span>
    </div>
  );
}

interface PreviewProps {
  readonly preview: PackPreview;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

function Preview({ preview, onTake, onCancel }: PreviewProps) {
  const words = useWords();
  const { packs } = words;
  const text = useText();
  const { head, format, wasGb18030, hash, entries, before, problems, conflicts } = preview;
  const isSame = before !== null && before.hash === hash;
  return (
    <section aria-label={packs.previewTitle}>
      <h3>{text(head.title)}</h3>
      <dl className="library-facts">
        <dt>{words.library.version}</dt>
        <dd>{before === null ? head.version : packs.versions(before.version, head.version)}</dd>
        <dt>{packs.format}</dt>
        <dd>
          {packs.formats[format]}
          {wasGb18030 && ` · ${packs.wasGb18030}`}
        </dd>
        <dt>{words.library.licence}</dt>
        <dd>{head.licence || packs.noLicence}</dd>
        <dt>{words.library.entries}</dt>
        <dd>{entries}</dd>
        <dt>SHA-256</dt>
        <dd className="pack-hash">{hash}</dd>
      </dl>
      {isSame && <p role="status">{packs.sameAsBefore}</p>}
      {(['added', 'changed', 'removed'] as const).map((how) => {
        const { count, first } = preview[how];
        return count === 0 || (before === null && how !== 'added') ? null : (
          <p key={how}>
            <strong>{packs.how[how](count)}</strong> <span lang="zh-CN">{first.join('、')}</span>
            {count > first.length && '…'}
          </p>
        );
      })}
      {head.changes.length > 0 && before !== null && (
        <ul className="card-lines">
          {head.changes.slice(0, 3).map((change) => (
            <li key={change.version}>
              <time dateTime={change.date}>{change.date}</time> {change.version} · {text(change)}
            </li>
          ))}
        </ul>
      )}
      <Problems problems={problems} />
      <Conflicts conflicts={conflicts} />
      <Acts name={before === null ? packs.takePack : packs.updatePack} onTake={onTake} onCancel={onCancel} />
    </section>
  );
}

function Problems({ problems: { count, first } }: { readonly problems: PackPreview['problems'] }) {
  const words = useWords().packs;
  if (count === 0) return null;
  return (
    <details open={count <= 8}>
      <summary>{words.refusedRows(count)}</summary>
      <ul className="pack-problems">
        {first.map((problem) => (
          <li key={`${problem.row} ${problem.why}`}>
            {words.row(problem.row, words.rowFaults[problem.why](problem.what))}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Conflicts({
  conflicts: { count, first },
}: {
  readonly conflicts: { readonly count: number; readonly first: readonly Conflict[] };
}) {
  const words = useWords().packs;
  if (count === 0) return null;
  return (
    <details open={count <= 8}>
      <summary>{words.conflicts(count)}</summary>
      <p className="soft">{words.conflictsHint}</p>
      <ul className="pack-problems">
        {first.map((each) => (
          <li key={`${each.is} ${each.what} ${each.name} ${each.other}`}>
            {each.is === 'id'
              ? words.sameId(each.what, each.pack)
              : words.sameForm(each.what, each.name, each.other, each.pack)}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ActsProps {
  readonly name: string;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

function Acts({ name, onTake, onCancel }: ActsProps) {
  const words = useWords().packs;
  return (
    <div className="entry-form-acts">
      <button type="button" className="button is-main" onClick={onTake}>
        {name}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
