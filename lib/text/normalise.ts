import { CLOSE_QUOTE, CLOSE_TITLE, DASH, DROP, foldUnit, OPEN_QUOTE, OPEN_TITLE, SPACE } from './fold';

/**
 * A text folded for matching, with the way back. Widths, quotation marks, dashes, interpuncts,
 * 、 and ，, letter case and traditional characters are folded one unit to one unit; zero-width
 * characters and white space beside CJK are left out; runs of dashes become one; a paragraph
 * break becomes `\n`, but inside an open 《 it is left out as any white space.
 */
export interface Normal {
  /** Folded UTF-16 units. */
  readonly codes: Uint16Array;
  /** The same as a string. */
  readonly text: string;
  /** Offset in the original text where unit i begins. */
  readonly starts: Uint32Array;
  /** Offset in the original text where unit i ends. */
  readonly ends: Uint32Array;
  /** 1 where white space stood before unit i in the original text. */
  readonly gaps: Uint8Array;
}

/** Joins the paragraphs of a text that comes in pieces. */
export const PARAGRAPH_MARK = '\u2029';
export const PARAGRAPH = '\n';
const PARAGRAPH_CODE = 0x0a;
const NEWLINE = 0x0a;
const SPACE_CODE = 0x20;
/** First unit of the variation selectors of ideographs (U+E0100 to U+E01EF) and of tags; of nothing else. */
const VARIATION_HIGH = 0xdb40;
const ASCII_DOUBLE = 0x22;
const ASCII_SINGLE = 0x27;

/** UTF-16 units. A title left open over more than this is a stray mark. */
const LONGEST_TITLE = 200;

export function normalise(original: string): Normal {
  const codes = new Uint16Array(original.length);
  const starts = new Uint32Array(original.length);
  const ends = new Uint32Array(original.length);
  const gaps = new Uint8Array(original.length);
  let length = 0;
  let doubleIsOpen = false;
  let singleIsOpen = false;
  let openTitles = 0;
  let gap = false;

  const emit = (code: number, start: number, end: number) => {
    codes[length] = code;
    starts[length] = start;
    ends[length] = end;
    gaps[length] = gap ? 1 : 0;
    gap = false;
    length++;
  };

  let at = 0;
  while (at < original.length) {
    const unit = original.charCodeAt(at);
    const code = foldUnit(unit);
    if (code === DROP || unit === VARIATION_HIGH) {
      at += unit === VARIATION_HIGH ? 2 : 1;
      continue;
    }
    if (code === SPACE) {
      const end = endOfSpace(original, at);
      const insideTitle = openTitles > 0 && titleCloses(original, end);
      if (isParagraphBreak(original, at, end) && !insideTitle) {
        if (length > 0 && codes[length - 1] !== PARAGRAPH_CODE) {
          gap = false;
          emit(PARAGRAPH_CODE, at, end);
        }
        doubleIsOpen = false;
        singleIsOpen = false;
        openTitles = 0;
      } else if (isWordUnit(codes[length - 1] ?? 0) && isWordUnit(foldedAt(original, end))) {
        emit(SPACE_CODE, at, end);
      } else {
        gap = length > 0;
      }
      at = end;
      continue;
    }
    if (code === ASCII_DOUBLE) {
      emit(doubleIsOpen ? CLOSE_QUOTE : OPEN_QUOTE, at, at + 1);
      doubleIsOpen = !doubleIsOpen;
    } else if (code === ASCII_SINGLE && !isWordUnit(codes[length - 1] ?? 0)) {
      emit(singleIsOpen ? CLOSE_QUOTE : OPEN_QUOTE, at, at + 1);
      singleIsOpen = !singleIsOpen;
    } else if (code === DASH && length > 0 && codes[length - 1] === DASH) {
      ends[length - 1] = at + 1;
    } else {
      if (code === OPEN_TITLE) openTitles++;
      if (code === CLOSE_TITLE && openTitles > 0) openTitles--;
      emit(code, at, at + 1);
    }
    at++;
  }

  const used = codes.subarray(0, length);
  return {
    codes: used,
    text: stringOf(used),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    gaps: gaps.subarray(0, length),
  };
}

/** The folded form of a short text (a term, a condition): what `normalise` would make of it inside a sentence. */
export function fold(text: string): string {
  return normalise(text).text;
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(unit: number): boolean {
  const code = foldUnit(unit);
  return code === SPACE || code === DROP;
}

/** Two line breaks, our own mark, or a line break followed by an indent. */
function isParagraphBreak(text: string, from: number, to: number): boolean {
  let breaks = 0;
  let indent = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2029) return true;
    if (unit === NEWLINE) {
      breaks++;
      indent = 0;
    } else if (unit === 0x3000) indent += 2;
    else if (unit === SPACE_CODE || unit === 0xa0) indent += 1;
    else if (unit === 0x09) indent += 4;
  }
  return breaks >= 2 || (breaks === 1 && indent >= 4);
}

/** Whether the next title mark after `from` closes one, near enough to belong to an open one. */
function titleCloses(text: string, from: number): boolean {
  const end = Math.min(text.length, from + LONGEST_TITLE);
  for (let at = from; at < end; at++) {
    const code = foldUnit(text.charCodeAt(at));
    if (code === CLOSE_TITLE) return true;
    if (code === OPEN_TITLE) return false;
  }
  return false;
}

function foldedAt(text: string, at: number): number {
  return at < text.length ? foldUnit(text.charCodeAt(at)) : 0;
}

/** Letters and digits of ASCII: only between two of them does a space count. */
function isWordUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

/** UTF-16 units in one call of String.fromCharCode; more may overflow the stack. */
const CHUNK = 0x2000;

function stringOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) {
    text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  }
  return text;
}
