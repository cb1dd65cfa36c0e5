import { useWords } from '../words';

/** Nothing is counted: says what is needed. */
export function EmptyFollow({ onSettings }: { readonly onSettings: () => void }) {
  const words = useWords().follow;
  return (
    <div className="shelf-empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <p className="shelf-empty-acts">
        <button type="button" className="button" onClick={onSettings}>
          {words.toSettings}
        </button>
      </p>
    </div>
  );
}
