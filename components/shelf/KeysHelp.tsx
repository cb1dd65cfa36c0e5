import { useEffect, useRef } from 'react';
import { useWords } from '../words';

/** The keys of the library, in a dialog. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="shelf-keys" aria-label={words.shelf.keys} onClose={onClose}>
      <h2>{words.shelf.keys}</h2>
      <dl>
        {words.shelf.keyRows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {words.notes.close}
      </button>
    </dialog>
  );
}
