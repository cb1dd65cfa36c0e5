import type { CompiledPack } from '../packs/compiled';

/** JSON of some neighbouring entries. */
export interface PackBlock {
  readonly content: string;
  readonly block: number;
  readonly entries: readonly string[];
}

/** What finds the entries of a large pack in a text. Small ones have none: they are read whole. */
export interface PackTables extends CompiledPack {
  readonly content: string;
}
