import { useId, useState, type ReactNode } from 'react';
import { NO_QUERY, SHELF_VIEWS } from '../../lib/library/query';
import { FIRST_LOOK } from '../follow/look';
import { useWords } from '../words';
import { hrefOf, REFERENCE, type Route } from './route';
import './library.css';

interface LibraryProps {
  readonly view: Route['view'];
  /** Something that the reader is to know, whatever room is open. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the library: its rooms, what the reader keeps before the reference, and the one that is open. */
export function Library({ view, notice, children }: LibraryProps) {
  const words = useWords();
  const mine: readonly (readonly [Route, string])[] = [
    ...SHELF_VIEWS.map((each) => [{ view: each, query: NO_QUERY }, words.shelf.views[each]] as const),
    [{ view: 'follow', look: FIRST_LOOK }, words.follow.title],
  ];
  const reference: readonly (readonly [Route, string])[] = [
    [REFERENCE, words.library.reference],
    [{ view: 'officials', on: '', place: null }, words.library.officials],
    [{ view: 'own' }, words.packs.own],
    [{ view: 'packs' }, words.library.pack],
  ];
  const open = OPEN[view] ?? view;
  const isMine = SHELF_VIEWS.some((each) => each === open);
  const groups: readonly (readonly [string, readonly (readonly [Route, string])[]])[] = [
    [words.shelf.mine, mine],
    [words.shelf.reference, reference],
    [
      words.texts.title,
      [
        [{ view: 'check' }, words.check.title],
        [{ view: 'compare', a: null }, words.compare.title],
      ],
    ],
    [
      words.exchange.files,
      [
        [{ view: 'import' }, words.exchange.import],
        [{ view: 'backups' }, words.exchange.backups],
        [{ view: 'trash' }, words.trash.title],
      ],
    ],
  ];
  const [, here = ''] = groups.flatMap(([, rooms]) => rooms).find(([route]) => route.view === open) ?? [];
  // Where there is little room the rooms are a menu.
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={isMine ? 'library is-whole' : 'library'}>
      <header
        className={isOpen ? 'library-head is-open' : 'library-head'}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        <span className="library-name">{words.name}</span>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {here} <span aria-hidden="true">▾</span>
        </button>
        <nav id={id} aria-label={words.library.title}>
          {groups.map(([name, rooms]) => (
            <div key={name} role="group" aria-label={name}>
              <p aria-hidden="true">{name}</p>
              {rooms.map(([route, room]) => (
                <a
                  key={route.view}
                  href={hrefOf(route)}
                  aria-current={route.view === open ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                >
                  {room}
                </a>
              ))}
            </div>
          ))}
        </nav>
        {notice}
      </header>
      <main className="library-main">{children}</main>
    </div>
  );
}

/** Places that belong to a room. */
const OPEN: Partial<Record<Route['view'], Route['view']>> = {
  entry: 'reference',
  article: 'articles',
  'new-entry': 'own',
  'edit-entry': 'own',
  pack: 'packs',
  'one-pack': 'packs',
};
