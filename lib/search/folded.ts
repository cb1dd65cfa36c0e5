import { DASH, DROP, foldUnit, SPACE } from '../text/fold';
import { isWordUnit } from './segment';

const LINE_BREAK = 0x0a;
/** What joins the paragraphs of a page (`PARAGRAPH_MARK`). */
const PARAGRAPH_BREAK = 0x2029;
const BLANK = 0x20;
let room = new Uint16Array(1 << 12);

/**
 * A text folded for search: as `normalise` does it unit by unit, without the way back and without what depends on
 * pairs of marks. White space stays between Latin words, line breaks stay as one.
 */
export function foldedUnits(text: string): Uint16Array {
  if (room.length < text.length) room = new Uint16Array(text.length * 2);
  let length = 0;
  let hasGap = false;
  let hasBreak = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldUnit(unit);
    if (folded === DROP) continue;
    if (folded === SPACE) {
      hasGap = true;
      hasBreak ||= unit === LINE_BREAK || unit === PARAGRAPH_BREAK;
      continue;
    }
    if (hasGap && length > 0) {
      if (hasBreak) room[length++] = LINE_BREAK;
      else if (isWordUnit(room[length - 1]!) && isWordUnit(folded)) room[length++] = BLANK;
    }
    hasGap = false;
    hasBreak = false;
    if (folded === DASH && room[length - 1] === DASH && length > 0) continue;
    room[length++] = folded;
  }
  return room.slice(0, length);
}
