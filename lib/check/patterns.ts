import type { Entry } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { buildMatcher, type Matcher } from '../reference/matcher';
import { fold } from '../text/normalise';
import { lettersOfForm, STOP } from './letters';

/** A form whose wording is fixed, as letters. */
export interface Pattern {
  readonly entry: Entry;
  /** As a reader writes it. */
  readonly attested: string;
  readonly letters: string;
  /** The letters as a reader writes them: folding writes some in their old way. */
  readonly plain: string;
  /** 1 where a comma stands before the letter. */
  readonly parted: Uint8Array;
  /** Four letters or less that begin with a number, or a form that is marked in quotation marks only. */
  readonly isCode: boolean;
  /** Differences up to which a text is taken for it. */
  readonly most: number;
}

/** Where a piece of a pattern begins in it. */
export interface Piece {
  readonly pattern: Pattern;
  readonly from: number;
}

export interface Patterns {
  readonly all: readonly Pattern[];
  /** Patterns of one difference with the letters around their middle swapped: no piece of theirs is left alone. */
  readonly swapped: Matcher;
  readonly swappedOf: readonly Pattern[];
  /** Pieces of patterns, one of which stands unchanged wherever a pattern stands with as many differences as it may have. */
  readonly pieces: Matcher;
  readonly piecesOf: readonly (readonly Piece[])[];
  /** Everything that is known as it stands, by its letters. */
  readonly known: Matcher;
  readonly knownLetters: ReadonlySet<string>;
}

const FIXED = new Set<Entry['kind']>(['formulation', 'programme', 'document', 'meeting', 'institution']);
/** Letters. Of shorter ones nothing can be said. */
const SHORTEST = 3;
/** Letters of a form that two, or three, differences leave recognisable. */
const TWO_FROM = 10;
const THREE_FROM = 18;

const built = new WeakMap<Lexicon, Patterns>();

export function patternsOf(lexicon: Lexicon): Patterns {
  const found = built.get(lexicon) ?? build(lexicon);
  built.set(lexicon, found);
  return found;
}

function build(lexicon: Lexicon): Patterns {
  const patterns = new Map<string, Pattern>();
  const known = new Set<string>();
  for (const { entry, form } of lexicon.uses.flat()) {
    const { text: letters, parted } = lettersOfForm(form.text);
    if (letters.includes(STOP)) continue;
    known.add(letters);
    const isFixed = FIXED.has(entry.kind) && letters.length >= SHORTEST && /^\p{Script=Han}{3}/u.test(letters);
    if (!isFixed || patterns.has(letters)) continue;
    const name = lettersOfForm(fold(entry.names.zh)).text === letters ? entry.names.zh : null;
    const plain = asWritten(letters, name);
    const attested = name ?? asWritten(form.text.replaceAll(',', '、'), null);
    const isCode = form.when?.quotedOnly === true || /^[一二两三四五六七八九十\d].{0,3}$/.test(letters);
    patterns.set(letters, { entry, attested, letters, plain, parted, isCode, most: mostOf(letters.length) });
  }
  const all = [...patterns.values()];
  const pieces = new Map<string, Piece[]>();
  for (const pattern of all) {
    for (const [from, piece] of piecesFor(pattern))
      pieces.set(piece, [...(pieces.get(piece) ?? []), { pattern, from }]);
  }
  const swapped = new Map(
    all.flatMap((pattern) => (pattern.most === 1 ? [[swappedIn(pattern), pattern] as const] : [])),
  );
  return {
    all,
    swapped: buildMatcher([...swapped.keys()]),
    swappedOf: [...swapped.values()],
    pieces: buildMatcher([...pieces.keys()]),
    piecesOf: [...pieces.values()],
    known: buildMatcher([...known]),
    knownLetters: known,
  };
}

/** 什幺 is how folding writes 什么. */
function asWritten(letters: string, name: string | null): string {
  const bare = name?.replace(/[^\p{Script=Han}\p{L}\p{N}+]/gu, '') ?? '';
  return bare.length === letters.length ? bare : letters.replaceAll('幺', '么');
}

function mostOf(length: number): number {
  if (length >= THREE_FROM) return 3;
  return length >= TWO_FROM ? 2 : 1;
}

/** As many pieces and one more as there may be differences: one of them is left alone. */
function piecesFor({ letters, most }: Pattern): (readonly [number, string])[] {
  if (letters.length < 4) return [];
  return Array.from({ length: most + 1 }, (_, index) => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((part * letters.length) / (most + 1)));
    return [from!, letters.slice(from, to)] as const;
  });
}

function swappedIn({ letters }: Pattern): string {
  const middle = Math.floor(letters.length / 2);
  return letters.slice(0, middle - 1) + letters[middle]! + letters[middle - 1]! + letters.slice(middle + 1);
}
