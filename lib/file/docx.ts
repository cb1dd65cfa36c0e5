/**
 * The text of a Word document (ECMA-376, WordprocessingML), paragraph by paragraph, as if all tracked changes were
 * accepted. Headers, footers, notes and comments are left out.
 */
import { unzipSync } from 'fflate';
import { fromUtf8 } from './decode';

export interface DocxText {
  readonly text: string;
  readonly hasChanges: boolean;
}

const BODY = 'word/document.xml';
/** Bytes of a body unpacked. More is a trap, or no text. */
const MOST = 64 << 20;
const TOKEN = /<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Null when the bytes are no such document. */
export function readDocx(bytes: Uint8Array): DocxText | null {
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === BODY && originalSize <= MOST });
    const body = files[BODY];
    const xml = body === undefined ? null : fromUtf8(body);
    return xml === null || !xml.includes('<w:body') ? null : textOf(xml);
  } catch {
    return null;
  }
}

function textOf(xml: string): DocxText {
  const paragraphs: string[] = [];
  let text = '';
  let isText = false;
  /** Inside deleted or moved-away runs. */
  let gone = 0;
  /** The paragraph's end was deleted: it goes on in the next. */
  let isJoined = false;
  let inMark = false;
  let hasChanges = false;
  for (const [, close, name, , alone, written] of xml.matchAll(TOKEN)) {
    if (written !== undefined) {
      if (isText && gone === 0) text += decoded(written);
      continue;
    }
    const isOpen = close === '';
    switch (name) {
      case 'w:t':
        isText = isOpen && alone === '';
        break;
      case 'w:tab':
        if (isOpen && !inMark) text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        if (isOpen && gone === 0) text += '\n';
        break;
      case 'w:pPr':
        inMark = isOpen && alone === '';
        break;
      case 'w:ins':
      case 'w:moveTo':
        hasChanges = true;
        break;
      case 'w:del':
      case 'w:moveFrom':
        hasChanges = true;
        if (inMark) isJoined = true;
        else if (alone === '') gone += isOpen ? 1 : -1;
        break;
      case 'w:p':
        if (isOpen && alone === '') break;
        if (!isJoined) {
          paragraphs.push(text);
          text = '';
        }
        isJoined = false;
        break;
      default:
    }
  }
  if (text !== '') paragraphs.push(text);
  return { text: paragraphs.join('\n').trim(), hasChanges };
}

function decoded(written: string): string {
  return written.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)));
  });
}
