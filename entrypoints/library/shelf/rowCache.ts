import type { Listed } from '../../../lib/library/rows';
import { report } from '../../../lib/report';
import type { ListOf, ShelfProtocol } from './protocol';
import type { Shelf } from './shelf';

type Found = ReturnType<ShelfProtocol['find']>;

/** Rows asked for at once, aligned: scrolling a little asks for nothing. */
const PAGE = 40;

/** The rows of a list as they come into view. A row that was there stays until its newer self has come. */
export class RowCache {
  private readonly rows = new Map<number, { readonly row: Listed | null; readonly version: string }>();
  private readonly asked = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private numbers = new Uint32Array();
  private text = '';
  /** Of the data set and, where rows tell of it, of what was looked for. */
  private version = '';
  private shown = { first: 0, last: -1 };
  private arrived = 0;

  constructor(
    private readonly shelf: Shelf,
    private readonly of: ListOf,
  ) {}

  /** The rows are those of another answer now, or may have changed. */
  show({ numbers, first, text }: Found, ofSet: number): void {
    const version = this.of === 'articles' ? `${ofSet} ${text}` : String(ofSet);
    this.text = text;
    this.numbers = numbers as Uint32Array<ArrayBuffer>;
    this.version = version;
    first.forEach((row, index) => this.rows.set(numbers[index]!, { row, version }));
    this.tell();
    this.bring(this.shown.first, this.shown.last);
  }

  /** These are in view. */
  readonly bring = (first: number, last: number): void => {
    this.shown = { first, last };
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      const ofPage = this.numbers.subarray(page * PAGE, (page + 1) * PAGE);
      const wanted = [...ofPage].filter((number) => this.rows.get(number)?.version !== this.version);
      if (wanted.length > 0) void this.ask(wanted, this.version);
    }
  };

  at(number: number | undefined): Listed | null {
    return number === undefined ? null : (this.rows.get(number)?.row ?? null);
  }

  readonly subscribe = (heard: () => void): (() => void) => {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  };

  readonly snapshot = (): number => this.arrived;

  private async ask(wanted: readonly number[], version: string): Promise<void> {
    const key = `${version} ${wanted.join()}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    try {
      const answer = await this.shelf.ask('rows', { of: this.of, numbers: wanted, text: this.text });
      wanted.forEach((number, index) => this.rows.set(number, { row: answer[index]!, version }));
      this.tell();
    } catch (error) {
      report('reading rows', error);
    } finally {
      this.asked.delete(key);
    }
  }

  private tell(): void {
    this.arrived++;
    for (const heard of this.listeners) heard();
  }
}
