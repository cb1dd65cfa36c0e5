import bundled from 'virtual:bundled-pack';
import type { WholeReference } from '../../lib/messages';
import type { EntryId, Pack } from '../../lib/model';
import { correctBy } from '../../lib/packs/correct';
import { mentioned, withId } from '../../lib/packs/compiled';
import { ownPack, type Correction } from '../../lib/packs/own';
import { entryOf, type ReadEntry } from '../../lib/packs/entryOf';
import { packOf, packOfRead } from '../../lib/packs/packOf';
import type { PackEntry } from '../../lib/packs/packEntry';
import { buildLexicon, withBeside, type Correct, type Lexicon } from '../../lib/reference/lexicon';
import { report } from '../../lib/report';
import type { Database } from '../../lib/store/database';
import { corrections, ownEntries } from '../../lib/store/own';
import type { PackRow } from '../../lib/packs/packRow';
import type { PackTables } from '../../lib/store/packRows';
import { entriesAt, entriesOf, packRows, SMALL, tablesOf } from '../../lib/store/packs';
import { normalise, PARAGRAPH_MARK } from '../../lib/text/normalise';

/** A pack of which only what a text mentions is read. */
interface Large {
  readonly row: PackRow;
  readonly tables: PackTables;
  /** Entries by their numbers, kept once they were read. */
  readonly read: Map<number, ReadEntry>;
}

/** Entries of a large pack that are kept: some ten megabytes. */
const MOST_KEPT = 5_000;

interface Loaded {
  readonly lexicon: Lexicon;
  readonly large: readonly Large[];
  readonly corrections: readonly Correction[];
  readonly correct: Correct;
}

/** The reference as the reader has it: own entries, the packs in their order, corrections. Built once for each change of it. */
export class Reference {
  private loaded: Promise<Loaded> | null = null;

  constructor(private readonly open: () => Promise<Database>) {}

  /** Without the entries of large packs. */
  async lexicon(): Promise<Lexicon> {
    return (await this.load()).lexicon;
  }

  async whole(): Promise<WholeReference> {
    const { lexicon, corrections: wrong } = await this.load();
    return { packs: lexicon.packs, corrections: wrong };
  }

  /** With the entries of large packs that the texts mention. */
  async lexiconFor(texts: readonly string[]): Promise<Lexicon> {
    const loaded = await this.load();
    if (loaded.large.length === 0) return loaded.lexicon;
    const { codes } = normalise(texts.join(PARAGRAPH_MARK));
    return this.withLarge(loaded, ({ tables }) => mentioned(tables, codes));
  }

  /** With an entry, be it of a large pack. */
  async lexiconWith(id: EntryId): Promise<Lexicon> {
    const loaded = await this.load();
    if (loaded.lexicon.packOf.has(id)) return loaded.lexicon;
    return this.withLarge(loaded, ({ tables }) => withId(tables, id));
  }

  /** Something of it was changed. */
  forget(): void {
    this.loaded = null;
  }

  load(): Promise<Loaded> {
    return (this.loaded ??= this.read().catch((error: unknown) => {
      report('reading the reader’s packs', error);
      return { lexicon: buildLexicon([bundledPack()]), large: [], corrections: [], correct: (entry) => entry };
    }));
  }

  private async read(): Promise<Loaded> {
    const database = await this.open();
    const [own, wrong, rows] = await Promise.all([ownEntries(database), corrections(database), packRows(database)]);
    const enabled = rows.filter((row) => row.enabled);
    const small = await Promise.all(enabled.filter(isSmall).map((row) => smallPack(database, row)));
    const orders = new Map(rows.map(({ id, order }) => [id, order]));
    const packs = [...small, bundledPack()].sort((a, b) => (orders.get(a.id) ?? 0) - (orders.get(b.id) ?? 0));
    const tables = await Promise.all(enabled.filter((row) => !isSmall(row)).map((row) => largePack(database, row)));
    const correct = correctBy(wrong);
    return {
      lexicon: buildLexicon([ownPack(own, wrong), ...packs], correct),
      large: tables.filter((each) => each !== null),
      corrections: wrong,
      correct,
    };
  }

  private async withLarge({ lexicon, large, correct }: Loaded, numbersIn: (pack: Large) => readonly number[]) {
    const packs: Pack[] = [];
    for (const each of large) {
      const numbers = numbersIn(each);
      if (numbers.length === 0) continue;
      packs.push(packOfRead(each.row, await this.readFrom(each, numbers)));
    }
    return packs.length === 0 ? lexicon : withBeside(lexicon, buildLexicon(packs, correct));
  }

  /** Articles have most of their words in common with the one before. */
  private async readFrom({ row, read }: Large, numbers: readonly number[]): Promise<ReadEntry[]> {
    if (read.size > MOST_KEPT) read.clear();
    const missing = numbers.filter((number) => !read.has(number));
    if (missing.length > 0) {
      const found = await entriesAt(await this.open(), row, missing);
      for (const [number, entry] of found) read.set(number, entryOf(entry));
    }
    return numbers.flatMap((number) => read.get(number) ?? []);
  }
}

let parsed: Pack | null = null;

export function bundledPack(): Pack {
  return (parsed ??= JSON.parse(bundled) as Pack);
}

function isSmall({ entries }: PackRow): boolean {
  return entries <= SMALL;
}

async function smallPack(database: Database, row: PackRow): Promise<Pack> {
  const all: PackEntry[] = [];
  for await (const some of entriesOf(database, row)) all.push(...some);
  return { ...packOf(row, all), changes: row.changes };
}

async function largePack(database: Database, row: PackRow): Promise<Large | null> {
  const tables = await tablesOf(database, row);
  return tables === null ? null : { row, tables, read: new Map() };
}
