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
const TOKEN = /<(\/?)([\w:]+)[^>]*?(\/?)>|([^<]+)/g;
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
  const reading = new Reading();
  for (const [, close, name = '', alone, written] of xml.matchAll(TOKEN)) {
    if (written !== undefined) reading.write(written);
    else if (alone === '/') reading.alone(name);
    else if (close === '/') reading.close(name);
    else reading.open(name);
  }
  return reading.end();
}

/** Elements of tracked changes, and whether what is in them stays. */
const CHANGES: Readonly<Record<string, 'stays' | 'goes'>> = {
  'w:ins': 'stays',
  'w:moveTo': 'stays',
  'w:del': 'goes',
  'w:moveFrom': 'goes',
};

class Reading {
  private readonly paragraphs: string[] = [];
  private text = '';
  private isText = false;
  private isInProperties = false;
  /** Deleted or moved-away elements around. */
  private gone = 0;
  /** The end of the paragraph was deleted: it goes on in the next. */
  private isJoined = false;
  private hasChanges = false;

  open(name: string): void {
    if (name === 'w:t') this.isText = true;
    if (name === 'w:pPr') this.isInProperties = true;
    this.change(name);
    if (CHANGES[name] === 'goes') this.gone++;
  }

  close(name: string): void {
    if (name === 'w:t') this.isText = false;
    if (name === 'w:pPr') this.isInProperties = false;
    if (CHANGES[name] === 'goes') this.gone--;
    if (name === 'w:p') this.endParagraph();
  }

  alone(name: string): void {
    this.change(name);
    // In the properties of a paragraph it is of its end.
    if (CHANGES[name] === 'goes' && this.isInProperties) this.isJoined = true;
    if (name === 'w:p') this.endParagraph();
    if (this.gone > 0 || this.isInProperties) return;
    if (name === 'w:tab') this.text += '\t';
    if (name === 'w:br' || name === 'w:cr') this.text += '\n';
  }

  write(written: string): void {
    if (this.isText && this.gone === 0) this.text += decoded(written);
  }

  end(): DocxText {
    if (this.text !== '') this.paragraphs.push(this.text);
    return { text: this.paragraphs.join('\n').trim(), hasChanges: this.hasChanges };
  }

  private change(name: string): void {
    if (name in CHANGES) this.hasChanges = true;
  }

  private endParagraph(): void {
    if (!this.isJoined) {
      this.paragraphs.push(this.text);
      this.text = '';
    }
    this.isJoined = false;
  }
}

function decoded(written: string): string {
  return written.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)));
  });
}
