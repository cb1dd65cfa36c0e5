import type { Exception } from '../model';
import type { Database } from './database';

/** Adds an exception, or revives the one that says the same. Returns its id. */
export function addException(
  database: Database,
  exception: Omit<Exception, 'createdAt' | 'deletedAt'>,
  now: number,
): Promise<string> {
  return database.transaction('rw', database.exceptions, async () => {
    const { site, form, entryId } = exception;
    const same = await database.exceptions.where({ site, form, entryId }).first();
    if (same !== undefined) {
      await database.exceptions.update(same.id, { deletedAt: null });
      return same.id;
    }
    await database.exceptions.add({ ...exception, createdAt: now, deletedAt: null });
    return exception.id;
  });
}

/** Returns the site of which it was; null when there is none. */
export async function removeException(database: Database, id: string, now: number): Promise<string | null> {
  await database.exceptions.update(id, { deletedAt: now });
  return (await database.exceptions.get(id))?.site ?? null;
}

/** Those in force, the newest first. */
export async function listExceptions(database: Database): Promise<Exception[]> {
  const all = await database.exceptions.toArray();
  return all.filter((each) => each.deletedAt === null).sort((a, b) => b.createdAt - a.createdAt);
}
