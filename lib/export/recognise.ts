import { textPieces } from './bytes';
import type { ReaderId } from './formats';
import { Refusal, type ImportFile } from './incoming';

/** UTF-16 units looked at. */
const HEAD = 4096;

/** What a file most likely is, by how it begins; null when it is nothing that can be read. */
const SIGNS: readonly { readonly id: ReaderId; readonly sign: RegExp }[] = [
  { id: 'backup', sign: /^\{\s*"pangzhu"\s*:\s*"backup"/ },
  { id: 'json', sign: /^\{\s*"pangzhu"\s*:\s*"notes"/ },
  { id: 'w3c', sign: /^[\s\S]*"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/ },
  { id: 'hypothesis', sign: /^\{[\s\S]*"(?:export_date|export_userid|client_version|annotations)"\s*:/ },
  { id: 'hypothesis-csv', sign: /^"?Created at"?,.*Quote\/description/i },
  { id: 'readwise', sign: /^[^\n]*\bHighlight\b/i },
];

export async function recognise(file: ImportFile): Promise<ReaderId | null> {
  let head = '';
  try {
    for await (const piece of textPieces(file)) {
      head += piece;
      if (head.length >= HEAD) break;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
  const text = head.slice(0, HEAD).trimStart();
  return SIGNS.find(({ sign }) => sign.test(text))?.id ?? null;
}
