import type { Edit } from '../../lib/identity/edits';
import { Difference } from '../notes/Difference';
import { useWords } from '../words';

/** Edits listed at a time: more are seldom read, and each is laid out word by word. */
const LISTED = 40;

/** What was edited, in the order of the text. */
export function Edits({ edits }: { readonly edits: readonly Edit[] }) {
  const words = useWords().article;
  return (
    <details className="edits">
      <summary>{words.seeEdits}</summary>
      <ol>
        {edits.slice(0, LISTED).map((edit) => {
          const [before, now] = wordings(edit);
          return (
            <li key={`${before}\u2029${now}`}>
              <span className="soft">{words.edits[edit.is]}</span>
              <Difference before={before} after={now} />
            </li>
          );
        })}
      </ol>
      {edits.length > LISTED && <p className="soft">{words.moreEdits(edits.length - LISTED)}</p>}
    </details>
  );
}

function wordings(edit: Edit): readonly [string, string] {
  switch (edit.is) {
    case 'added':
      return ['', edit.now];
    case 'removed':
      return [edit.before, ''];
    case 'changed':
      return [edit.before, edit.now];
  }
}
