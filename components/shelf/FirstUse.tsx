import { useWords } from '../words';
import { hrefOf, REFERENCE } from '../library/route';

/** A library without anything in it. */
export function FirstUse({ onWelcome }: { readonly onWelcome: () => void }) {
  const words = useWords().shelf;
  return (
    <div className="shelf-empty">
      <h2>{words.firstTitle}</h2>
      <p>{words.firstText}</p>
      <p className="shelf-empty-acts">
        <button type="button" className="button is-main" onClick={onWelcome}>
          {words.firstWelcome}
        </button>
        <a className="button" href={hrefOf(REFERENCE)}>
          {words.firstReference}
        </a>
      </p>
    </div>
  );
}
