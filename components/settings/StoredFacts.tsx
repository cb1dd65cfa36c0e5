import type { StoreFailureReason } from '../../lib/model';
import { bytesInWords } from '../../lib/words/bytes';
import { useWords } from '../words';

/** How much is kept, and how safe it is. */
export type StoredState =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason }
  | {
      readonly is: 'known';
      readonly articles: number;
      readonly annotations: number;
      readonly inTrash: number;
      readonly bytes: number;
      /** Bytes; null where the browser does not say. */
      readonly quota: number | null;
      readonly isSafe: boolean;
    };

interface StoredFactsProps {
  readonly stored: StoredState;
  /** Days since the last backup, null: none was made; null for all: nothing to be reminded of. */
  readonly oldBackup: { readonly days: number | null } | null;
  readonly onTrash: () => void;
  readonly onBackups: () => void;
}

/** What the reader has stored, and the way to the trash and to backups. */
export function StoredFacts({ stored, oldBackup, onTrash, onBackups }: StoredFactsProps) {
  const { options, notes, exchange } = useWords();
  return (
    <>
      {stored.is === 'failed' && (
        <p role="alert">{stored.reason === 'newer' ? notes.failures.newer : options.notStored}</p>
      )}
      {stored.is === 'known' && (
        <>
          <dl className="settings-keys">
            <Fact name={options.storedArticles} value={String(stored.articles)} />
            <Fact name={options.storedNotes} value={String(stored.annotations)} />
            <Fact name={options.storedTrash} value={String(stored.inTrash)} />
            <Fact name={options.storedBytes} value={room(stored.bytes, stored.quota)} />
          </dl>
          <p className="soft">{stored.isSafe ? options.safe : options.unsafe}</p>
        </>
      )}
      {oldBackup !== null && <p>{exchange.old(oldBackup.days)}</p>}
      <div className="settings-acts">
        <button type="button" className="button" onClick={onTrash}>
          {options.openTrash}
        </button>
        <button type="button" className="button" onClick={onBackups}>
          {exchange.backups}
        </button>
      </div>
    </>
  );

  function room(bytes: number, quota: number | null): string {
    return quota === null ? bytesInWords(bytes) : options.bytesOf(bytesInWords(bytes), bytesInWords(quota));
  }
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
