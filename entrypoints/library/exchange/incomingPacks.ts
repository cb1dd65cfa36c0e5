import type { Planned } from '../../../lib/export/plan';
import { BLOCK, PackCompiler } from '../../../lib/packs/compiled';
import type { PackRow } from '../../../lib/packs/packRow';
import { readAgain, type WrittenEntry } from '../../../lib/packs/packEntry';
import type { Database } from '../../../lib/store/database';
import { restorePack, SMALL, writeEntries } from '../../../lib/store/packs';

interface Coming {
  readonly row: PackRow;
  readonly compiler: PackCompiler;
  lines: readonly string[];
  block: number;
  entries: number;
}

/** Packs of a backup, entries after entries; in force once everything is there. */
export class IncomingPacks {
  private coming: Coming | null = null;
  private readonly whole: PackRow[] = [];

  constructor(
    private readonly database: Database,
    /** The contents that are wanted, as the file names them. */
    private readonly wanted: ReadonlySet<string>,
  ) {}

  async take(planned: Planned): Promise<void> {
    if (planned.is === 'pack-entries') return this.add(planned.entries);
    await this.finish();
    if (planned.is !== 'pack' || !this.wanted.has(planned.row.content)) return;
    // Under a name of its own: the file's may be that of another pack here.
    const row = { ...planned.row, content: crypto.randomUUID() };
    this.coming = { row, compiler: new PackCompiler(), lines: [], block: 0, entries: 0 };
  }

  private async finish(): Promise<void> {
    const { coming } = this;
    if (coming === null) return;
    this.coming = null;
    const { row, compiler, lines, block, entries } = coming;
    await writeEntries(this.database, row.content, block, lines);
    if (entries > SMALL) await this.database.packTables.put({ content: row.content, ...compiler.finish() });
    this.whole.push({ ...row, entries });
  }

  async putInForce(): Promise<void> {
    await this.finish();
    for (const row of this.whole) await restorePack(this.database, row);
  }

  /** Only whole blocks are written: an entry is found by its number. */
  private async add(lines: readonly string[]): Promise<void> {
    if (this.coming === null) return;
    const { row, compiler, block } = this.coming;
    for (const line of lines) compiler.add(readAgain(JSON.parse(line) as WrittenEntry));
    const all = [...this.coming.lines, ...lines];
    const whole = all.length - (all.length % BLOCK);
    await writeEntries(this.database, row.content, block, all.slice(0, whole));
    this.coming.lines = all.slice(whole);
    this.coming.block += whole / BLOCK;
    this.coming.entries += lines.length;
  }
}
