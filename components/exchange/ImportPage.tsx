import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../words';
import './exchange.css';
import { ImportPreview, type PreviewProps } from './ImportPreview';

export type ImportState =
  | { readonly is: 'choosing' }
  /** Shares of 1. */
  | { readonly is: 'looking'; readonly share: number }
  | { readonly is: 'looked'; readonly preview: PreviewProps['preview'] }
  | { readonly is: 'importing'; readonly done: number; readonly total: number }
  /** What was done, as a sentence. */
  | { readonly is: 'imported'; readonly sentence: string; readonly canUndo: boolean }
  | { readonly is: 'undoing'; readonly done: number; readonly total: number }
  | { readonly is: 'failed'; readonly why: string; readonly canUndo: boolean };

/** An import that can be undone. */
interface PastImport {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly files: readonly string[];
  readonly rows: number;
}

interface ImportPageProps {
  readonly state: ImportState;
  /** The newest first. */
  readonly past: readonly PastImport[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onImport: (withSettings: boolean) => void;
  readonly onCancel: () => void;
  /** Null: the one that was just done. */
  readonly onUndo: (id: string | null) => void;
  readonly onAgain: () => void;
}

/** Files come in: chosen, looked at, taken, undone. Nothing is changed before the reader has seen what would be. */
export function ImportPage(props: ImportPageProps) {
  const { state } = props;
  const words = useWords().exchange;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state.is);
  useEffect(() => {
    // What had the focus has gone: it goes on to what has come.
    if (state.is !== before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = state.is;
  }, [state.is]);
  return (
    <div className="exchange">
      <h1 ref={heading} tabIndex={-1}>
        {words.import}
      </h1>
      <p className="soft">{words.importHint}</p>
      {content()}
    </div>
  );

  function content(): ReactNode {
    switch (state.is) {
      case 'choosing':
        return (
          <>
            <DropPlace onFiles={props.onFiles} />
            {props.past.length > 0 && <Past all={props.past} onUndo={props.onUndo} />}
          </>
        );
      case 'looking':
        return (
          <>
            <p role="status">{words.looking}</p>
            <progress max={1} value={state.share} aria-label={words.lookingLabel} />
            <Acts>
              <Act name={words.cancel} do={props.onCancel} />
            </Acts>
          </>
        );
      case 'looked':
        return <ImportPreview preview={state.preview} onImport={props.onImport} onCancel={props.onAgain} />;
      case 'importing':
        return (
          <>
            <p role="status">{words.importing(state.done, state.total)}</p>
            <progress max={state.total || 1} value={state.done} aria-label={words.importingLabel} />
            <Acts>
              <Act name={words.cancel} do={props.onCancel} />
            </Acts>
          </>
        );
      case 'undoing':
        return (
          <>
            <p role="status">{words.undoing}</p>
            <progress max={state.total || 1} value={state.done} aria-label={words.undoingLabel} />
          </>
        );
      case 'imported':
      case 'failed':
        return (
          <>
            <p role={state.is === 'failed' ? 'alert' : 'status'}>
              {state.is === 'failed' ? state.why : state.sentence}
            </p>
            <Acts>
              {state.canUndo && <Act name={words.undo} do={() => props.onUndo(null)} />}
              <Act name={words.another} do={props.onAgain} />
            </Acts>
          </>
        );
    }
  }
}

function Past({ all, onUndo }: { readonly all: readonly PastImport[]; readonly onUndo: (id: string) => void }) {
  const words = useWords().exchange;
  const language = useLanguage();
  const moment = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <section aria-label={words.past}>
      <h2>{words.past}</h2>
      <p className="soft">{words.pastHint}</p>
      <ul className="exchange-files">
        {all.map(({ id, at, files, rows }) => (
          <li key={id}>
            <span>
              {files.join(', ')} <span className="soft">{words.pastLine(moment.format(at), rows)}</span>
            </span>
            <button type="button" className="button" onClick={() => onUndo(id)}>
              {words.undoPast}
              <span className="visually-hidden"> {files.join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="exchange-acts">{children}</div>;
}

function Act({ name, do: act }: { readonly name: string; readonly do: () => void }) {
  return (
    <button type="button" className="button" onClick={act}>
      {name}
    </button>
  );
}

function DropPlace({ onFiles }: Pick<ImportPageProps, 'onFiles'>) {
  const words = useWords().exchange;
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={isOver ? 'exchange-drop is-over' : 'exchange-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        className="visually-hidden"
        onChange={({ target }) => target.files !== null && target.files.length > 0 && onFiles([...target.files])}
      />
      <label htmlFor={id} className="button is-main exchange-choose">
        {words.choose}
      </label>
      <span className="soft">{words.drop}</span>
    </div>
  );
}
