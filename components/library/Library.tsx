import type { ReactNode } from 'react';
import { NO_QUERY, SHELF_VIEWS } from '../../lib/library/query';
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
  const mine = SHELF_VIEWS.map((each) => [{ view: each, query: NO_QUERY }, words.shelf.views[each]] as const);
  const reference: readonly (readonly [Route, string])[] = [
    [REFERENCE, words.library.reference],
    [{ view: 'officials', on: '', place: null }, words.library.officials],
    [{ view: 'own' }, words.packs.own],
    [{ view: 'packs' }, words.library.pack],
  ];
  const open = OPEN[view] ?? view;
  const isMine = SHELF_VIEWS.some((each) => each === open);
  const rooms = (all: readonly (readonly [Route, string])[]) =>
    all.map(([route, name]) => (
      <a key={route.view} href={hrefOf(route)} aria-current={route.view === open ? 'page' : undefined}>
        {name}
      </a>
    ));
  return (
    <div className={isMine ? 'library is-whole' : 'library'}>
      <header className="library-head">
        <span className="library-name">{words.name}</span>
        <nav aria-label={words.library.title}>
          <span role="group" aria-label={words.shelf.mine}>
            {rooms(mine)}
          </span>
          <span role="group" aria-label={words.shelf.reference}>
            {rooms(reference)}
          </span>
          <span role="group" aria-label={words.exchange.files}>
            {rooms([
              [{ view: 'import' }, words.exchange.import],
              [{ view: 'backups' }, words.exchange.backups],
              [{ view: 'trash' }, words.trash.title],
            ])}
          </span>
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
