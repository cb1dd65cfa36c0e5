/** For tests only: the reader of other programs' formats has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(written: string);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
