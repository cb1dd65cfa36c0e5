import { isChinese } from '../text/chinese';
import { decode, fromUtf8 } from './decode';
import { readDocx } from './docx';

/** What a file that the reader opens has to say. */
export type ReadText =
  /** `encoding`: that of a text file; null: a Word document. `hasChanges`: taken as if all of them were accepted. */
  | { readonly is: 'text'; readonly text: string; readonly encoding: string | null; readonly hasChanges: boolean }
  | { readonly is: 'refused'; readonly why: TextFault };

/**
 * `broken-docx`: named so, but is none · `old-word`: the format of Word up to 2003 · `encoding`: bytes of no encoding
 * that we know, or no text · `large`: more than we read · `empty` · `not-chinese`.
 */
export type TextFault = 'broken-docx' | 'old-word' | 'encoding' | 'large' | 'empty' | 'not-chinese';

/** Bytes of a file that is read. A novel has less. */
const MOST_BYTES = 32 << 20;
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Controls that no text has: what decodes to them is something else. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;

/** The text of a .txt (UTF-8, UTF-16 with its mark, GB 18030), .md or .docx file. */
export function readText(name: string, bytes: Uint8Array): ReadText {
  if (bytes.length > MOST_BYTES) return { is: 'refused', why: 'large' };
  if (begins(bytes, OLE)) return { is: 'refused', why: 'old-word' };
  if (begins(bytes, ZIP) || /\.docx$/i.test(name)) {
    const read = readDocx(bytes);
    if (read === null) return { is: 'refused', why: bytes.length === 0 ? 'empty' : 'broken-docx' };
    return judged({ is: 'text', encoding: null, ...read });
  }
  for (const encoding of encodingsOf(bytes)) {
    const text = encoding === 'utf-8' ? fromUtf8(bytes) : decode(bytes, encoding);
    if (text === null || BINARY.test(text)) continue;
    return judged({ is: 'text', text: text.replace(/\r\n?/g, '\n'), encoding, hasChanges: false });
  }
  return { is: 'refused', why: 'encoding' };
}

/** What a text that is empty, or not Chinese, is refused for; null: it can be read. */
export function faultOf(text: string): 'empty' | 'not-chinese' | null {
  if (text.trim() === '') return 'empty';
  return isChinese(text) ? null : 'not-chinese';
}

function judged(read: Extract<ReadText, { is: 'text' }>): ReadText {
  const why = faultOf(read.text);
  return why === null ? read : { is: 'refused', why };
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** GB 18030 takes nearly any bytes: it comes last. */
function encodingsOf(bytes: Uint8Array): string[] {
  if (begins(bytes, [0xff, 0xfe])) return ['utf-16le'];
  if (begins(bytes, [0xfe, 0xff])) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
