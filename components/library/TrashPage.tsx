import { useEffect, useRef } from 'react';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { Confirm } from '../Confirm';
import { useWords } from '../words';
import type { TrashItem } from './trashItems';

export type TrashState =
  | { readonly is: 'loading' }
  /** With the sentence to show. */
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'listed'; readonly items: readonly TrashItem[] };

interface TrashPageProps {
  readonly state: TrashState;
  /** What was done last, or that it failed, as a sentence. */
  readonly told: string | null;
  readonly onRestore: (item: TrashItem) => void;
  readonly onRemove: (items: readonly TrashItem[]) => void;
}

/** The day of a moment where the reader is, as 2026-03-01. */
const DAY = new Intl.DateTimeFormat('sv-SE');

/** What was deleted in the last 30 days: brought back, or deleted for good. */
export function TrashPage({ state, told, onRestore, onRemove }: TrashPageProps) {
  const words = useWords().trash;
  const heading = useRef<HTMLHeadingElement>(null);
  const count = state.is === 'listed' ? state.items.length : 0;
  const before = useRef(count);
  useEffect(() => {
    // The row with the button that was pressed has gone: not the focus with it.
    if (count < before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = count;
  }, [count]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p className="soft">{words.hint}</p>
      {told !== null && <p role="status">{told}</p>}
      {state.is === 'failed' && <p role="alert">{state.why}</p>}
      {state.is === 'listed' && state.items.length === 0 && <p>{words.empty}</p>}
      {state.is === 'listed' && state.items.length > 0 && (
        <>
          <div className="trash-bar">
            <span className="soft">{words.count(state.items.length)}</span>
            <Confirm
              label={words.empties}
              question={words.emptyAll(state.items.length)}
              yes={words.remove}
              onConfirm={() => onRemove(state.items)}
            />
          </div>
          <ul className="library-list trash-list">
            {state.items.map((item) => (
              <Item key={item.id} item={item} onRestore={onRestore} onRemove={onRemove} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type ItemProps = Pick<TrashPageProps, 'onRestore' | 'onRemove'> & { readonly item: TrashItem };

function Item({ item, onRestore, onRemove }: ItemProps) {
  const { trash: words, panel, notes } = useWords();
  const title = item.title ?? panel.untitled;
  return (
    <li style={{ borderInlineStartColor: item.is === 'annotation' ? NOTE_COLOURS[item.colour] : undefined }}>
      <div className="trash-what">
        {item.is === 'annotation' && item.quote !== null && <blockquote lang="zh-CN">{item.quote}</blockquote>}
        {item.is === 'annotation' && item.note !== '' && <p className="trash-note">{item.note}</p>}
        <p className={item.is === 'annotation' ? 'soft' : undefined}>
          <span className="trash-kind">{kindOf()}</span>{' '}
          <a href={item.url} target="_blank" rel="noreferrer" lang={item.title === null ? undefined : 'zh-CN'}>
            {title}
          </a>
          {item.is === 'article' && <span className="soft"> {words.withNotes(item.notes)}</span>}
        </p>
        <p className="soft">
          {words.deletedOn(DAY.format(item.deletedAt))} · {words.daysLeft(item.daysLeft)}
        </p>
      </div>
      <div className="trash-acts">
        <button type="button" className="button" onClick={() => onRestore(item)}>
          {words.restore}
          <span className="visually-hidden"> {title}</span>
        </button>
        <Confirm
          label={words.remove}
          of={title}
          question={words.removeOne}
          yes={words.remove}
          onConfirm={() => onRemove([item])}
        />
      </div>
    </li>
  );

  function kindOf(): string {
    if (item.is === 'article') return words.article;
    if (item.quote === null) return notes.onArticle;
    return item.note === '' ? words.highlight : notes.note;
  }
}
