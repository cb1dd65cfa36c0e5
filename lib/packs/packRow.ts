import type { Bilingual, PackChange } from '../model';

/** One version of a pack, as it was imported. */
export interface PackVersion {
  /** Under which its entries and tables are stored; no two imports share one. */
  readonly content: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly licence: string;
  /** SHA-256 of its entries. */
  readonly hash: string;
  readonly entries: number;
  readonly changes: readonly PackChange[];
  /** ms since the epoch. */
  readonly importedAt: number;
}

export interface PackRow extends PackVersion {
  readonly id: string;
  readonly enabled: boolean;
  /** Ascending is the order of right of way; the pack that comes with us stands at 0. */
  readonly order: number;
  /** The version before this one; its entries are kept, so that it can come back. */
  readonly previous: PackVersion | null;
}
