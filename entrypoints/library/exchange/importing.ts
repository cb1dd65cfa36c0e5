import { filesIn } from '../../../lib/export/archive';
import { READERS } from '../../../lib/export/formats';
import type { ImportFile, Problem } from '../../../lib/export/incoming';
import { plan, type Planned, type Step } from '../../../lib/export/plan';
import { recognise } from '../../../lib/export/recognise';
import type { ChoiceRow } from '../../../lib/export/format';
import type { Exception, Reading, SavedArticle, SavedArticleId } from '../../../lib/model';
import type { Correction, OwnEntry } from '../../../lib/packs/own';
import type { PackRow } from '../../../lib/packs/packRow';
import { openDatabase, type Database } from '../../../lib/store/database';
import { addBeside, missingBeside, storedFor, takeSteps, type BesideRows } from '../../../lib/store/importing';
import { takeBackPart, type BegunImport } from '../../../lib/store/imports';
import { articlesOf } from '../../../lib/store/reading';
import { IncomingPacks } from './incomingPacks';
import { Looking } from './looking';
import type { Answered, ChangedArticle } from './protocol';
import { inSlices } from '../../pages/inSlices';

/** Rows written in one transaction: few enough that stopping is prompt. */
const AT_ONCE = 300;
/** ms between two tellings how far it is. */
const TELL_EVERY = 100;
const NONE: BesideRows = { exceptions: [], choices: [], readings: [], ownEntries: [], corrections: [], packs: [] };

/** One import: looked at, then done. */
export class Import {
  private readonly database = openDatabase();
  private beside: BesideRows = NONE;
  private isStopped = false;
  private rows = 0;
  private told = 0;

  constructor(
    private readonly files: readonly File[],
    private readonly tell: (answered: Answered) => void,
  ) {}

  /** Reads everything to its end and writes nothing. */
  async look(): Promise<void> {
    const total = this.files.reduce((sum, { size }) => sum + size, 0);
    let read = 0;
    const looking = new Looking();
    const exceptions: Exception[] = [];
    const choices: ChoiceRow[] = [];
    const readings: Reading[] = [];
    const ownEntries: OwnEntry[] = [];
    const corrections: Correction[] = [];
    const packs: PackRow[] = [];
    const counted = (bytes: number) => {
      read += bytes;
      this.progress(Math.min(read, total), total);
    };
    for await (const file of this.opened(looking, counted)) {
      const once = looking.begin();
      for await (const each of this.planned(file)) {
        once.take(each);
        if (each.is === 'exception') exceptions.push(each.exception);
        if (each.is === 'choice') choices.push(each.choice);
        if (each.is === 'reading') readings.push(each.reading);
        if (each.is === 'own') ownEntries.push(each.own);
        if (each.is === 'correction') corrections.push(each.correction);
        if (each.is === 'pack') packs.push(each.row);
      }
      once.end();
    }
    this.beside = await missingBeside(await this.database, {
      exceptions,
      choices,
      readings,
      ownEntries,
      corrections,
      packs,
    });
    this.rows = looking.rows;
    this.tell({ is: 'read', preview: looking.preview(this.beside) });
  }

  /** Plans anew, so that what was changed meanwhile is seen, and writes. One that is stopped is undone. */
  async apply(begun: BegunImport): Promise<void> {
    const database = await this.database;
    const looking = new Looking();
    let waiting: Step[] = [];
    let size = 0;
    let written = 0;
    const flush = async () => {
      const taken = await takeSteps(database, begun, waiting, Date.now());
      written += size;
      [waiting, size] = [[], 0];
      this.tell({ is: 'changed', articles: await changedIn(database, taken) });
      this.progress(Math.min(written, this.rows), this.rows);
    };
    const packs = new IncomingPacks(database, new Set(this.beside.packs.map(({ content }) => content)));
    for await (const file of this.opened(looking, () => {})) {
      if (!(await this.isWhole(file))) continue;
      for await (const each of this.planned(file)) {
        if (this.isStopped) break;
        await packs.take(each);
        if (each.is !== 'step') continue;
        const rows = Number(each.article !== null) + each.annotations.length;
        if (rows === 0) continue;
        waiting.push(each);
        size += rows;
        if (size >= AT_ONCE) await flush();
      }
      if (this.isStopped) break;
    }
    if (size > 0 && !this.isStopped) await flush();
    if (this.isStopped) {
      this.tell({ is: 'done', rows: await takeBack(database, begun.id, this.tell), isStopped: true });
      return;
    }
    await packs.putInForce();
    await addBeside(database, begun, this.beside, Date.now());
    const beside = Object.values(this.beside).reduce((sum, rows: readonly unknown[]) => sum + rows.length, 0);
    this.tell({ is: 'done', rows: written + beside, isStopped: false });
  }

  stop(): void {
    this.isStopped = true;
  }

  private async *opened(looking: Looking, read: (bytes: number) => void): AsyncGenerator<ImportFile> {
    for (const file of this.files) {
      const found = await filesIn(inSlices(file, read));
      if (found.is === 'files') yield* found.files;
      else looking.refuse(found.problem);
    }
  }

  private async *planned(file: ImportFile): AsyncGenerator<Planned> {
    const id = await recognise(file);
    if (id === null) {
      const isEmpty = (await file.bytes()[Symbol.asyncIterator]().next()).done === true;
      const problem: Problem = { file: file.name, at: null, why: isEmpty ? 'empty' : 'unknown-format', what: '' };
      yield { is: 'refused', problem };
      return;
    }
    const { read, reads } = READERS[id];
    yield* plan(read(file), storedFor(await this.database), reads);
  }

  /** Of a file that is refused nothing is taken: it has to be read to its end first. */
  private async isWhole(file: ImportFile): Promise<boolean> {
    const id = await recognise(file);
    if (id === null) return false;
    for await (const each of READERS[id].read(file)) if (each.is === 'refused' || this.isStopped) return false;
    return true;
  }

  private progress(done: number, total: number): void {
    if (performance.now() - this.told < TELL_EVERY) return;
    this.told = performance.now();
    this.tell({ is: 'progress', done, total });
  }
}

/** Undoes an import, of whatever day. */
export async function undo(id: string, tell: (answered: Answered) => void): Promise<void> {
  tell({ is: 'undone', stayed: await takeBack(await openDatabase(), id, tell) });
}

/** The last first; what was changed since stays. Returns how many rows that are. */
async function takeBack(database: Database, id: string, tell: (answered: Answered) => void): Promise<number> {
  const total = await database.imports.where({ id }).count();
  let stayed = 0;
  for (let done = 1; ; done++) {
    const taken = await takeBackPart(database, id, Date.now());
    if (taken === null) return stayed;
    stayed += taken.stayed;
    tell({ is: 'changed', articles: taken.articles.map(addressed) });
    tell({ is: 'progress', done, total });
  }
}

/** The articles that steps concern, at all their addresses. */
async function changedIn(database: Database, steps: readonly Step[]): Promise<readonly ChangedArticle[]> {
  const known = new Map<SavedArticleId, SavedArticle>();
  const ids = new Set<SavedArticleId>();
  for (const { article, annotations } of steps) {
    if (article !== null) known.set(article.after.id, article.after);
    for (const { after } of annotations) ids.add(after.articleId);
  }
  const others = await articlesOf(
    database,
    [...ids].filter((id) => !known.has(id)),
  );
  return [...known.values(), ...others].map(addressed);
}

function addressed({ id, key, otherKeys }: SavedArticle): ChangedArticle {
  return { id, keys: [key, ...otherKeys] };
}
