import { readFileSync } from 'node:fs';
import bundled from 'virtual:bundled-pack';
import { detect } from '../../lib/detect/detect';
import { UNLISTED_FROM } from '../../lib/detect/unlisted/unlisted';
import { regionOf } from '../../lib/detect/place';
import { reportMention, type ReportedMention } from '../../lib/detect/report';
import type { Pack, PartialDate, Region } from '../../lib/model';
import { buildLexicon, type Lexicon } from '../../lib/reference/lexicon';
import { partialDate } from '../../lib/text/dates';

/** What the caller says of all texts; a record may say it of itself. As written. */
export interface Said {
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  /** How much of what the reference does not have: `off`, `sparse`, `normal`, `generous`, or a confidence. */
  readonly unlisted?: string | undefined;
}

/** A further pack has the right of way over the bundled one. Throws with the file that is no pack. */
export function loadLexicon(packs: readonly string[]): Lexicon {
  return buildLexicon([...packs.map(readPack), JSON.parse(bundled) as Pack]);
}

function readPack(file: string): Pack {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Pack> | null;
  const isPack =
    read?.schema === 1 &&
    [read.entries, read.sources, read.articles].every(Array.isArray) &&
    read.entries!.every(({ id, kind, names, forms }) => id && kind && names?.zh && Array.isArray(forms));
  if (!isPack) throw new Error(`${file} is not a pack of schema 1`);
  return read as Pack;
}

/** Mentions of a text. Throws a sentence when date or place cannot be read. */
export function mentionsOf(text: string, lexicon: Lexicon, said: Said): ReportedMention[] {
  const date = readDate(said.date);
  const region = readPlace(said.place);
  const place = region && ({ region, by: 'given' } as const);
  const unlistedFrom = readUnlisted(said.unlisted);
  return detect(text, lexicon, { date, place, unlistedFrom }).mentions.map((mention) =>
    reportMention(mention, lexicon, date),
  );
}

/** The least confidence of unlisted mentions; null: none. */
export function readUnlisted(written: string | undefined): number | null {
  if (written === undefined) return UNLISTED_FROM.normal;
  if (written === 'off') return null;
  if (Object.hasOwn(UNLISTED_FROM, written)) return UNLISTED_FROM[written as keyof typeof UNLISTED_FROM];
  const least = Number(written);
  if (written.trim() !== '' && least >= 0 && least <= 1) return least;
  throw new Error(`--unlisted takes off, sparse, normal, generous or a number from 0 to 1, not ${written}`);
}

export function readDate(written: string | undefined): PartialDate | null {
  if (written === undefined) return null;
  const date = partialDate(written);
  if (date === null) throw new Error(`${written} is not a date; write 2022-05-13, 2022-05 or 2022`);
  return date;
}

export function readPlace(written: string | undefined): Region | null {
  if (written === undefined) return null;
  const region = regionOf(written);
  if (region === null) throw new Error(`${written} is not a province or a prefecture-level city of China`);
  return region;
}
