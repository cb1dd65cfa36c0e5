import { useId, useRef } from 'react';
import { bytesInWords } from '../../lib/words/bytes';
import { useLanguage, useWords } from '../words';
import './exchange.css';

export type BackupStep =
  | { readonly is: 'idle' }
  | { readonly is: 'writing'; readonly done: number; readonly total: number }
  | { readonly is: 'checking' }
  | { readonly is: 'told'; readonly how: 'well' | 'badly'; readonly sentence: string };

export type FolderState =
  | { readonly is: 'unsupported' }
  | { readonly is: 'none' }
  | { readonly is: 'ready' | 'asks'; readonly name: string; readonly files: readonly File[] };

const EVERY = ['off', 'daily', 'weekly'] as const;

interface BackupPageProps {
  readonly step: BackupStep;
  readonly last: { readonly at: number; readonly name: string; readonly size: number } | null;
  /** Why the last one was not made. */
  readonly failure: { readonly at: number; readonly sentence: string; readonly isWithdrawn: boolean } | null;
  readonly every: (typeof EVERY)[number];
  readonly kept: number;
  readonly keptBounds: { readonly least: number; readonly most: number };
  readonly folder: FolderState;
  readonly onBackUp: () => void;
  readonly onCancel: () => void;
  readonly onEvery: (every: (typeof EVERY)[number]) => void;
  readonly onKept: (kept: number) => void;
  readonly onChooseFolder: () => void;
  readonly onAllowFolder: () => void;
  readonly onForgetFolder: () => void;
  readonly onRestore: (file: File) => void;
}

/** Backups: made, made by themselves, restored. */
export function BackupPage(props: BackupPageProps) {
  const { step, last, failure, every, kept, keptBounds, folder } = props;
  const words = useWords().exchange;
  const language = useLanguage();
  const ids = { every: useId(), kept: useId(), everyHint: useId(), keptHint: useId() };
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = step.is === 'writing' || step.is === 'checking';
  const moment = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <div className="exchange">
      <h1>{words.backups}</h1>
      <p className="soft">{words.backupsHint}</p>
      <p>{last === null ? words.never : words.last(moment.format(last.at), last.name, bytesInWords(last.size))}</p>
      {failure !== null && !isBusy && step.is !== 'told' && (
        <div className="exchange-failure" role="region" aria-label={words.failedTitle}>
          <p>
            <strong>{words.failedTitle}</strong> {words.failedAt(moment.format(failure.at), failure.sentence)}
          </p>
          {failure.isWithdrawn && (
            <button type="button" className="button" onClick={props.onBackUp}>
              {words.allowAgain}
            </button>
          )}
        </div>
      )}
      <div className="exchange-acts">
        {/* One button all the time, so that the focus stays. */}
        <button
          type="button"
          className={isBusy ? 'button' : 'button is-main'}
          onClick={isBusy ? props.onCancel : props.onBackUp}
        >
          {isBusy ? words.cancel : words.backUpNow}
        </button>
        <div className="exchange-told">
          {step.is === 'writing' && (
            <>
              <span role="status">{words.backingUp}</span>
              <progress max={step.total || 1} value={step.done} aria-label={words.writingLabel} />
            </>
          )}
          {step.is === 'checking' && <span role="status">{words.checking}</span>}
          {step.is === 'told' && <p role={step.how === 'well' ? 'status' : 'alert'}>{step.sentence}</p>}
        </div>
      </div>

      <h2>{words.every}</h2>
      <div className="exchange-acts">
        <label htmlFor={ids.every} className="visually-hidden">
          {words.every}
        </label>
        <select
          id={ids.every}
          aria-describedby={ids.everyHint}
          value={every}
          onChange={({ target }) => props.onEvery(target.value as (typeof EVERY)[number])}
        >
          {EVERY.map((each) => (
            <option key={each} value={each}>
              {words.everyChoices[each]}
            </option>
          ))}
        </select>
        <span id={ids.everyHint} className="soft">
          {words.everyHint}
        </span>
      </div>

      <h2>{words.folder}</h2>
      <p>{folderSentence()}</p>
      {folder.is !== 'unsupported' && (
        <>
          <div className="exchange-acts">
            {folder.is === 'asks' && (
              <button type="button" className="button is-main" onClick={props.onAllowFolder}>
                {words.folderAllow}
              </button>
            )}
            <button type="button" className="button" onClick={props.onChooseFolder}>
              {words.folderChoose}
            </button>
            {folder.is !== 'none' && (
              <button type="button" className="button" onClick={props.onForgetFolder}>
                {words.folderForget}
              </button>
            )}
          </div>
          {folder.is !== 'none' && (
            <div className="exchange-acts">
              <label htmlFor={ids.kept}>{words.kept}</label>
              <input
                id={ids.kept}
                type="number"
                min={keptBounds.least}
                max={keptBounds.most}
                defaultValue={kept}
                aria-describedby={ids.keptHint}
                onChange={({ target }) => target.validity.valid && props.onKept(target.valueAsNumber)}
              />
              <span id={ids.keptHint} className="soft">
                {words.keptHint}
              </span>
            </div>
          )}
        </>
      )}

      <h2>{words.restoreTitle}</h2>
      <p className="soft">{words.restoreHint}</p>
      <div className="exchange-acts">
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={words.restoreFile}
          onChange={({ target }) => target.files?.[0] !== undefined && props.onRestore(target.files[0])}
        />
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {words.restoreFile}
        </button>
      </div>
      {'files' in folder && folder.files.length > 0 && (
        <>
          <h3>{words.inFolder}</h3>
          <ul className="exchange-files">
            {folder.files.map((file) => (
              <li key={file.name}>
                <span>
                  {file.name} <span className="soft">{bytesInWords(file.size)}</span>
                </span>
                <button type="button" className="button" onClick={() => props.onRestore(file)}>
                  {words.restore}
                  <span className="visually-hidden"> {file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );

  function folderSentence(): string {
    switch (folder.is) {
      case 'unsupported':
        return words.folderUnsupported;
      case 'none':
        return words.folderNone;
      case 'ready':
        return words.folderIs(folder.name);
      case 'asks':
        return words.folderAsk(folder.name);
    }
  }
}
