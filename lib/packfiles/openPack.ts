import { openCsv } from './csvPack';
import { openJson } from './jsonPack';
import { refused, type OpenedPack, type Refused } from './opened';
import { openYomitan } from './yomitan';

/** Of the hosts of the language: browsers, workers and Node have it. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal: boolean },
) => {
  decode(bytes: Uint8Array): string;
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** A file that may be a pack, by what stands in it; its name is what a table is called. */
export function openPack(name: string, bytes: Uint8Array): OpenedPack | Refused {
  if (bytes.length === 0) return refused('empty');
  if (ZIP.every((byte, at) => bytes[at] === byte)) return openYomitan(bytes);
  const { text, wasGb18030 } = textIn(bytes);
  if (text === null) return refused('encoding');
  if (/^\ufeff?\s*[{[]/.test(text)) return openJson(text);
  // Anything has lines; a table has the column that every table of entries has.
  return openCsv(text, name, wasGb18030);
}

/** Spreadsheets in China still write GB 18030. */
function textIn(bytes: Uint8Array): { readonly text: string | null; readonly wasGb18030: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), wasGb18030: false };
  } catch {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
      return { text: text.includes('\0') ? null : text, wasGb18030: true };
    } catch {
      return { text: null, wasGb18030: false };
    }
  }
}
