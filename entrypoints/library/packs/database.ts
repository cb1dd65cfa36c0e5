import { openDatabase, type Database } from '../../../lib/store/database';

let opened: Promise<Database> | null = null;

/** The database, opened once for the page; again when it failed to open. */
export function database(): Promise<Database> {
  const opening = (opened ??= openDatabase());
  opening.catch(() => {
    if (opened === opening) opened = null;
  });
  return opening.then((found) => {
    if (found.isOpen()) return found;
    opened = null;
    return database();
  });
}
