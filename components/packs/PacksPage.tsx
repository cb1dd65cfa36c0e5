import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Bilingual } from '../../lib/model';
import { hrefOf } from '../library/route';
import { useText, useWords } from '../words';
import './packs.css';

export interface ListedPack {
  readonly id: string;
  readonly title: Bilingual;
  readonly version: string;
  readonly licence: string;
  readonly entries: number;
  /** Null: it comes with us and is always there. */
  readonly enabled: boolean | null;
}

interface PacksPageProps {
  /** In the order of their right of way. */
  readonly packs: readonly ListedPack[];
  readonly told: string | null;
  readonly onEnable: (id: string, enabled: boolean) => void;
  readonly onMove: (id: string, by: 1 | -1) => void;
  /** The file that is being read, or the place for one. */
  readonly importing: ReactNode;
}

/** All packs, which of them are used, and which comes first. */
export function PacksPage({ packs, told, onEnable, onMove, importing }: PacksPageProps) {
  const words = useWords();
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly id: string; readonly by: 1 | -1; readonly before: string } | null>(null);
  const hint = useId();
  const order = packs.map(({ id }) => id).join('\n');
  useEffect(() => {
    if (moved.current === null || moved.current.before === order) return;
    // The button that was pressed has moved, and may be of no use at the end of the list.
    const { id, by } = moved.current;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-pack="${CSS.escape(id)}"] button`) ?? [];
    const pressed = buttons[by === -1 ? 0 : 1];
    const other = buttons[by === -1 ? 1 : 0];
    (pressed?.disabled === true ? other : pressed)?.focus();
    moved.current = null;
  }, [order]);
  const move = (id: string, by: 1 | -1) => {
    moved.current = { id, by, before: order };
    onMove(id, by);
  };
  return (
    <>
      <h1>{words.library.pack}</h1>
      <p className="soft">{words.packs.packsHint}</p>
      <p role="status" className="pack-told">
        {told}
      </p>
      <p id={hint} className="soft">
        {words.packs.orderHint}
      </p>
      <ol className="library-list pack-list" ref={list} aria-describedby={hint}>
        {packs.map(({ id, title, version, licence, entries, enabled }, at) => (
          <li key={id} data-pack={id} className={enabled === false ? 'is-off' : undefined}>
            <span className="pack-order">
              <button
                type="button"
                className="button"
                disabled={at === 0}
                aria-label={words.packs.moveUp(text(title))}
                title={words.packs.moveUp(text(title))}
                onClick={() => move(id, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="button"
                disabled={at === packs.length - 1}
                aria-label={words.packs.moveDown(text(title))}
                title={words.packs.moveDown(text(title))}
                onClick={() => move(id, 1)}
              >
                ↓
              </button>
            </span>
            <span className="pack-name">
              <a href={enabled === null ? hrefOf({ view: 'pack' }) : hrefOf({ view: 'one-pack', id })}>
                <strong>{text(title)}</strong>
              </a>
              <span className="soft">
                {words.packs.facts(version, entries, licence === '' ? words.packs.noLicence : licence)}
              </span>
            </span>
            {enabled === null ? (
              <span className="soft">{words.packs.bundled}</span>
            ) : (
              <label className="entry-form-check">
                <input type="checkbox" checked={enabled} onChange={({ target }) => onEnable(id, target.checked)} />
                {words.packs.enabled}
                <span className="visually-hidden"> {text(title)}</span>
              </label>
            )}
          </li>
        ))}
      </ol>
      <section>
        <h2>{words.packs.importPack}</h2>
        {importing}
      </section>
    </>
  );
}
