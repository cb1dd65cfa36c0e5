import { useWords } from '../words';
import { Dialog } from './Dialog';

/** The keys of the library, in a dialog. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog label={words.shelf.keys} keepsOpen={false} onClose={onClose}>
      <div className="shelf-keys">
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
        <button type="button" className="button" onClick={onClose}>
          {words.notes.close}
        </button>
      </div>
    </Dialog>
  );
}
