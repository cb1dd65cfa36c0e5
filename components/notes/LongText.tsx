import { useState } from 'react';
import { useWords } from '../words';

/** UTF-16 units. */
const AT_FIRST = 1000;
/** UTF-16 units; the browser lays out only those pieces that are in sight. */
const PIECE = 4000;

/** A very long note: its beginning, and all of it when asked for, as it was typed. */
export function LongText({ text }: { readonly text: string }) {
  const words = useWords().notes;
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="note-text">
      <p className="soft">{words.longText}</p>
      <div className="long-text" {...(isWhole ? { tabIndex: 0, role: 'group', 'aria-label': words.note } : {})}>
        {isWhole ? (
          piecesOf(text).map(({ at, piece }) => <pre key={at}>{piece}</pre>)
        ) : (
          <pre>{text.slice(0, AT_FIRST).trimEnd()}…</pre>
        )}
      </div>
      <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? words.showLess : words.showAll(text.length)}
      </button>
    </div>
  );
}

/** Cut at the ends of lines where there are any. */
function piecesOf(text: string): { readonly at: number; readonly piece: string }[] {
  const pieces = [];
  for (let at = 0; at < text.length;) {
    const line = text.lastIndexOf('\n', at + PIECE);
    const end = text.length - at <= PIECE || line <= at ? Math.min(at + PIECE, text.length) : line + 1;
    pieces.push({ at, piece: text.slice(at, end).replace(/\n$/, '') });
    at = end;
  }
  return pieces;
}
