import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import bundled from 'virtual:bundled-pack';
import { detect } from '../../lib/detect/detect';
import { UNLISTED_FROM } from '../../lib/detect/unlisted/unlisted';
import { regionOf } from '../../lib/detect/place';
import { reportMention, type ReportedMention } from '../../lib/detect/report';
import type { Pack, PartialDate, Region } from '../../lib/model';
import { openPack } from '../../lib/packfiles/openPack';
import { packOf } from '../../lib/packs/packOf';
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

/** A pack as people exchange it (docs/packs.md), or one that was compiled. */
function readPack(file: string): Pack {
  const bytes = readFileSync(file);
  const opened = openPack(basename(file), bytes);
  if (opened.is === 'opened') {
    const entries = [...opened.rows].flatMap((row) => (row.is === 'entry' ? [row.entry] : []));
    return packOf(opened.head, entries);
  }
  const read = compiledIn(bytes.toString('utf8'));
  const isPack =
    read?.schema === 1 &&
    [read.entries, read.sources, read.articles].every(Array.isArray) &&
    read.entries!.every(({ id, kind, names, forms }) => id && kind && names?.zh && Array.isArray(forms));
  if (!isPack) throw new Error(`${file} is not a pack of schema 1 (${[opened.why, opened.what].join(' ').trim()})`);
  return read as Pack;
}

function compiledIn(text: string): Partial<Pack> | null {
  try {
    return JSON.parse(text) as Partial<Pack> | null;
  } catch {
    return null;
  }
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
