import { Dexie, type EntityTable } from 'dexie';
import type { Exception } from '../model';
import { VERSIONS } from './versions';

/** The one database of the extension; opened only by its own contexts, never in a page. */
export class Database extends Dexie {
  declare readonly exceptions: EntityTable<Exception, 'id'>;

  constructor(name = 'pangzhu') {
    super(name);
    for (const { version, stores } of VERSIONS) this.version(version).stores(stores);
  }
}
