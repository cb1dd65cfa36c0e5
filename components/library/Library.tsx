import type { ReactNode } from 'react';
import { useWords } from '../words';
import { hrefOf, REFERENCE, type Route } from './route';
import './library.css';

interface LibraryProps {
  readonly view: Route['view'];
  readonly children: ReactNode;
}

/** The frame of the library: its rooms, and the one that is open. */
export function Library({ view, children }: LibraryProps) {
  const words = useWords();
  const rooms: readonly (readonly [Route, string])[] = [
    [REFERENCE, words.library.reference],
    [{ view: 'officials', on: '', place: null }, words.library.officials],
    [{ view: 'pack' }, words.library.pack],
    [{ view: 'trash' }, words.trash.title],
  ];
  const open = view === 'entry' ? 'reference' : view;
  return (
    <div className="library">
      <header className="library-head">
        <span className="library-name">{words.name}</span>
        <nav aria-label={words.library.title}>
          {rooms.map(([route, name]) => (
            <a key={route.view} href={hrefOf(route)} aria-current={route.view === open ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main className="library-main">{children}</main>
    </div>
  );
}
