import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  Annotation,
  AnnotationId,
  Change,
  Draft,
  Exception,
  NoteDraft,
  PageKey,
  ReprintChoice,
  SavedArticle,
  SavedArticleId,
} from '../model';
import type { Correction, OwnEntry } from '../packs/own';
import { failing, StoreFailure } from './failure';
import type { PackRow } from '../packs/packRow';
import type { PackBlock, PackTables } from './packRows';
import type { ReadingRow, SightingsRow } from './sightings';
import type { ImportPart } from './imports';
import { VERSIONS } from './versions';

/** What is written on an annotation in the library: no page's key has a blank. */
export type NoteDraftKey = `note ${AnnotationId}`;

/** See `drafts.ts`. */
interface DraftRow {
  readonly key: PageKey | NoteDraftKey;
  readonly draft: Draft;
  /** The annotation as the library's editor saw it; missing in what is written on pages. */
  readonly seen?: NoteDraft['seen'];
  /** Missing in those of the first days. */
  readonly tabId?: number | null;
  /** ms since the epoch. */
  readonly at: number;
}

/** See `choices.ts`. */
interface ChoiceRow {
  readonly key: PageKey;
  readonly articleId: SavedArticleId;
  readonly choice: ReprintChoice;
}

/** See `folders.ts`. */
export interface FolderRow {
  readonly name: 'backups';
  readonly handle: FileSystemDirectoryHandle;
  /** What we wrote there, the oldest first: nothing else is ever removed. */
  readonly files: readonly string[];
}

const NAME = 'pangzhu';
/** ms. A page with an older version lets go at once unless it hangs. */
const BLOCKED_AFTER = 3000;

/** The one database of the extension; opened only by its own contexts, never in a page. See `openDatabase`. */
export class Database extends Dexie {
  declare readonly exceptions: EntityTable<Exception, 'id'>;
  declare readonly articles: EntityTable<SavedArticle, 'id'>;
  declare readonly annotations: EntityTable<Annotation, 'id'>;
  declare readonly changes: EntityTable<Change, 'seq'>;
  declare readonly drafts: EntityTable<DraftRow, 'key'>;
  declare readonly choices: Table<ChoiceRow, [PageKey, SavedArticleId]>;
  declare readonly folders: EntityTable<FolderRow, 'name'>;
  declare readonly sightings: EntityTable<SightingsRow, 'articleId'>;
  declare readonly readings: EntityTable<ReadingRow, 'key'>;
  declare readonly ownEntries: EntityTable<OwnEntry, 'id'>;
  declare readonly corrections: EntityTable<Correction, 'id'>;
  declare readonly packs: EntityTable<PackRow, 'id'>;
  declare readonly packEntries: Table<PackBlock, [string, number]>;
  declare readonly packTables: EntityTable<PackTables, 'content'>;
  declare readonly imports: Table<ImportPart, [string, number]>;

  constructor(name: string) {
    // Strict: what was answered for is on the disk. Not by itself: it is looked at before it is opened.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of VERSIONS) {
      const declared = this.version(version).stores(stores);
      if (upgrade !== undefined) declared.upgrade(upgrade);
    }
  }
}

/** Opens the database and brings it up to date; throws a StoreFailure. A newer one than ours is left as it is. */
export function openDatabase(name = NAME): Promise<Database> {
  return failing(async () => {
    // Dexie would open it, and add the tables of ours that it misses.
    if ((await storedVersion(name)) > VERSIONS.at(-1)!.version) throw new StoreFailure('newer');
    const database = new Database(name);
    const blocked = Promise.withResolvers<never>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    database.on('blocked', () => {
      timer ??= setTimeout(() => {
        blocked.reject(new StoreFailure('blocked'));
        database.close();
      }, BLOCKED_AFTER);
    });
    try {
      await Promise.race([database.open(), blocked.promise]);
    } finally {
      clearTimeout(timer);
    }
    // It may have become newer between the look and the opening.
    if (versionOf(database.backendDB()) > VERSIONS.at(-1)!.version) {
      database.close();
      throw new StoreFailure('newer');
    }
    return database;
  });
}

/** 0 when there is none. */
async function storedVersion(name: string): Promise<number> {
  return versionOf((await indexedDB.databases()).find((each) => each.name === name));
}

/** Dexie counts in tenths, and uses them up when it mends a database. */
function versionOf(stored: { readonly version?: number } | undefined): number {
  return Math.floor((stored?.version ?? 0) / 10);
}
