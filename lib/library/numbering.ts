/** Gives each name a number, from 0 without gaps, so that counting by name is counting in an array. */
export class Numbering<Name extends string = string> {
  private readonly numbers = new Map<Name, number>();
  readonly names: Name[] = [];

  of(name: Name): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** Null when nothing has this name. */
  find(name: Name): number | null {
    return this.numbers.get(name) ?? null;
  }

  get size(): number {
    return this.names.length;
  }
}
