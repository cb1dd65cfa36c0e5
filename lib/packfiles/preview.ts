/** What taking a pack would do: shown before it is in force. */
import type { EntryId } from '../model';
import type { PackEntry } from '../packs/packEntry';
import { formsOf } from '../packs/entryOf';
import type { OpenedPack, PackHead, RowProblem } from './opened';

/** What the reference has without the pack. */
export interface Known {
  /** Form, the entry that has it, its name, its pack. */
  readonly forms: readonly (readonly [form: string, id: string, name: string, pack: string])[];
  /** Entry, its pack. */
  readonly ids: readonly (readonly [id: string, pack: string])[];
}

/** Another pack has the same: the order of packs decides which comes first. */
export interface Conflict {
  readonly is: 'form' | 'id';
  /** The form or the id. */
  readonly what: string;
  readonly name: string;
  readonly other: string;
  readonly pack: string;
}

interface Some<T> {
  readonly count: number;
  /** The first of them. */
  readonly first: readonly T[];
}

export interface PackPreview {
  readonly head: PackHead;
  readonly format: OpenedPack['format'];
  readonly wasGb18030: boolean;
  readonly hash: string;
  readonly entries: number;
  readonly added: Some<string>;
  readonly changed: Some<string>;
  readonly removed: Some<string>;
  readonly problems: Some<RowProblem>;
  readonly conflicts: Some<Conflict>;
  /** The version that it would take the place of. */
  readonly before: { readonly version: string; readonly hash: string } | null;
}

const MOST_NAMES = 8;
const MOST_PROBLEMS = 100;
const MOST_CONFLICTS = 50;

/** An entry of the version before: its name, and a number that tells whether it is the same. */
export type Earlier = Map<EntryId, { readonly name: string; readonly mark: number }>;

/** Counts row by row, and keeps the first of each kind. */
export class Previewing {
  entries = 0;
  private readonly added = new First<string>(MOST_NAMES);
  private readonly changed = new First<string>(MOST_NAMES);
  private readonly problems = new First<RowProblem>(MOST_PROBLEMS);
  private readonly conflicts = new First<Conflict>(MOST_CONFLICTS);
  private readonly forms: ReadonlyMap<string, Known['forms'][number]>;
  private readonly ids: ReadonlyMap<string, string>;

  constructor(
    known: Known,
    /** What is left of it in the end was removed. */
    private readonly earlier: Earlier,
  ) {
    this.forms = new Map(known.forms.map((each) => [each[0], each]));
    this.ids = new Map(known.ids);
  }

  take(entry: PackEntry, line: string): void {
    this.entries++;
    const before = this.earlier.get(entry.id);
    if (before === undefined) this.added.add(entry.name);
    else if (before.mark !== markOf(line)) this.changed.add(entry.name);
    this.earlier.delete(entry.id);
    const pack = this.ids.get(entry.id);
    if (pack !== undefined) this.conflicts.add({ is: 'id', what: entry.id, name: entry.name, other: entry.id, pack });
    for (const { text } of formsOf(entry)) {
      const there = this.forms.get(text);
      if (there === undefined || there[1] === entry.id) continue;
      this.conflicts.add({ is: 'form', what: text, name: entry.name, other: there[2], pack: there[3] });
    }
  }

  refuse(problem: RowProblem): void {
    this.problems.add(problem);
  }

  found(): PackPreview['conflicts'] {
    return this.conflicts.some();
  }

  preview(opened: OpenedPack, hash: string, before: PackPreview['before']): PackPreview {
    const removed = new First<string>(MOST_NAMES);
    for (const { name } of this.earlier.values()) removed.add(name);
    const { head, format, wasGb18030 } = opened;
    return {
      head,
      format,
      wasGb18030,
      hash,
      entries: this.entries,
      added: this.added.some(),
      changed: this.changed.some(),
      removed: removed.some(),
      problems: this.problems.some(),
      conflicts: this.conflicts.some(),
      before,
    };
  }
}

class First<T> {
  private count = 0;
  private readonly first: T[] = [];

  constructor(private readonly most: number) {}

  add(item: T): void {
    this.count++;
    if (this.first.length < this.most) this.first.push(item);
  }

  some(): Some<T> {
    return { count: this.count, first: this.first };
  }
}

/** FNV-1a over UTF-16 units: two versions of one entry that differ have one mark once in four billion. */
export function markOf(line: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < line.length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
