import type { CslItem } from './cslItem';
import { isPage, oneLine } from './exchange';

/** Zotero takes a file only if it knows the type of each item. */
const KNOWN = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter dataset document ' +
    'entry-dictionary entry-encyclopedia graphic hearing interview legal_case legislation manuscript map motion_picture ' +
    'paper-conference patent personal_communication post post-weblog regulation report song speech standard thesis ' +
    'treaty webpage'
  ).split(' '),
);

/** CSL-JSON. Of a web page Zotero drops the number: it stands in the note too, in the form that it is cited from. */
export function toCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items.map(readable), null, 2)}\n`;
}

function readable(item: CslItem): CslItem {
  const type = KNOWN.has(item.type) ? item.type : 'document';
  const number = isPage(item) ? oneLine(item.number) : '';
  if (number === '') return { ...item, type };
  return { ...item, type, note: [`number: ${number}`, item.note ?? ''].filter((line) => line !== '').join('\n') };
}
