import type { Normal } from '../text/normalise';

/** A normalised text as its letters alone. Sentences, brackets and colons part it by `STOP`. */
export interface Letters {
  readonly codes: Uint16Array;
  readonly text: string;
  /** Where in the normalised text each stands. */
  readonly at: Uint32Array;
  /** 1 where a comma or the like stood directly before. */
  readonly parted: Uint8Array;
}

export const STOP = '\n';
const STOP_CODE = STOP.charCodeAt(0);
/** Quotation and title marks part nothing: 增强“四个意识” is 增强四个意识. */
const UNSEEN = new Set(Uint16Array.from('“”《》', (mark) => mark.charCodeAt(0)));
const STOPS = new Set(Uint16Array.from('。!?;:()[]…\n', (mark) => mark.charCodeAt(0)));

export function lettersOf({ codes }: Pick<Normal, 'codes'>): Letters {
  const letters = new Uint16Array(codes.length);
  const at = new Uint32Array(codes.length);
  const parted = new Uint8Array(codes.length);
  let length = 0;
  let comma = false;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    const isStop = STOPS.has(code);
    if (!isStop && !isLetter(code)) {
      if (!UNSEEN.has(code)) comma = true;
      continue;
    }
    letters[length] = isStop ? STOP_CODE : code;
    at[length] = index;
    parted[length] = comma ? 1 : 0;
    comma = false;
    length++;
  }
  const used = letters.subarray(0, length);
  return { codes: used, text: textOf(used), at: at.subarray(0, length), parted: parted.subarray(0, length) };
}

/** Letters of a form or a member, as `lettersOf` reads them in a text. */
export function lettersOfForm(folded: string): Letters {
  return lettersOf({ codes: Uint16Array.from(folded, (unit) => unit.charCodeAt(0)) });
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || code === 0x2b;
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xd800 && code <= 0xfaff);
}

/** UTF-16 units in one call; more may overflow the stack. */
const CHUNK = 0x2000;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}
