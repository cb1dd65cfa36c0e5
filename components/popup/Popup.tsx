import type { ReactNode } from 'react';
import { KINDS, type Kind } from '../../lib/model';
import { Switch } from '../Switch';
import { useWords } from '../words';
import './popup.css';

export type PopupSite =
  /** The browser lets no extension in: its own pages, stores, files without permission. */
  | { readonly is: 'closed' }
  /** `other`: not among the default sites and not added. */
  | { readonly is: 'on' | 'off' | 'other'; readonly host: string };

interface PopupProps {
  readonly site: PopupSite;
  /** Entries on the page by kind; null while unknown. */
  readonly counts: Readonly<Partial<Record<Kind, number>>> | null;
  /** What is kept of the page's article; nothing where it is not read. */
  readonly saved: ReactNode;
  /** What the icon reminds of; the library has the rest. */
  readonly notice: string | null;
  readonly visible: boolean;
  /** The keys that toggle the marks, as the browser writes them. */
  readonly shortcut: string | null;
  readonly refused: boolean;
  readonly onSite: (on: boolean) => void;
  readonly onOnce: () => void;
  readonly onVisible: (visible: boolean) => void;
  readonly onPanel: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
}

/** This page at a glance, and on or off for this site. */
export function Popup({
  site,
  counts,
  saved,
  notice,
  visible,
  shortcut,
  refused,
  onSite,
  onOnce,
  onVisible,
  onPanel,
  onLibrary,
  onOptions,
}: PopupProps) {
  const words = useWords();
  return (
    <main className="panel popup">
      <h1>{words.name}</h1>
      {site.is === 'closed' && <p>{words.popup.cannot}</p>}
      {(site.is === 'on' || site.is === 'off') && (
        <Switch checked={site.is === 'on'} onChange={onSite}>
          {words.popup.thisSite(site.host)}
        </Switch>
      )}
      {site.is === 'other' && (
        <div className="popup-offer">
          <button type="button" className="button is-main" onClick={() => onSite(true)}>
            {words.popup.turnOnSite(site.host)}
          </button>
          <p className="soft">{words.popup.turnOnHint}</p>
          <button type="button" className="button" onClick={onOnce}>
            {words.popup.once}
          </button>
          <p className="soft">{words.popup.onceHint}</p>
        </div>
      )}
      {refused && <p role="alert">{words.popup.refused}</p>}
      {site.is !== 'closed' && site.is !== 'off' && (
        <Switch checked={visible} onChange={onVisible}>
          {words.popup.marks}
          {shortcut !== null && <span className="soft"> {words.popup.shortcut(shortcut)}</span>}
        </Switch>
      )}
      {counts !== null && <Counts counts={counts} />}
      {saved}
      {notice !== null && <p role="status">{notice}</p>}
      <div className="popup-buttons">
        <button type="button" className="button" onClick={onPanel}>
          {words.popup.openPanel}
        </button>
        <button type="button" className="button" onClick={onLibrary}>
          {words.library.title}
        </button>
        <button type="button" className="button" onClick={onOptions}>
          {words.popup.options}
        </button>
      </div>
    </main>
  );
}

function Counts({ counts }: { readonly counts: NonNullable<PopupProps['counts']> }) {
  const words = useWords();
  const kinds = KINDS.filter((kind) => (counts[kind] ?? 0) > 0);
  if (kinds.length === 0) return <p className="soft">{words.popup.none}</p>;
  return (
    <section aria-label={words.popup.byKind}>
      <ul className="popup-counts">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`kind-${kind}`}>{words.kinds[kind]}</span>
            <span>{counts[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
