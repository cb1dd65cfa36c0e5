import type { CslItem, CslName } from './cslItem';
import { begin, familyOf, isPage, keywordsOf, notesOf, oneLine } from './exchange';
import { pages } from './numbers';

/** RIS as Zotero reads it: what an unknown type would become (a journal article) is never written. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  chapter: 'CHAP',
  legislation: 'STAT',
  'paper-conference': 'CPAPER',
  'post-weblog': 'BLOG',
  regulation: 'STAT',
  report: 'RPRT',
  standard: 'STAND',
  thesis: 'THES',
};

const PERIODICALS = new Set(['JOUR', 'MGZN', 'NEWS']);
/** A book's pages are how many it has, a web page has none. */
const WITH_PAGES = new Set([...PERIODICALS, 'RPRT', 'CHAP', 'CPAPER']);
const LINE_END = '\r\n';

export function toRis(items: readonly CslItem[]): string {
  return items.map(record).join(LINE_END);
}

function record(item: CslItem): string {
  const lines = [['TY', typeOf(item)], ...tags(item), ['ER', '']].map(
    ([tag, value]) => `${tag}  - ${value}${LINE_END}`,
  );
  return lines.join('');
}

/** An address makes it a page of the web, none a report. */
function typeOf(item: CslItem): string {
  return TYPES[item.type] ?? (isPage(item) || (item.URL ?? '') !== '' ? 'ELEC' : 'RPRT');
}

function tags(item: CslItem): readonly (readonly [string, string])[] {
  const type = typeOf(item);
  const [from, to] = WITH_PAGES.has(type) ? pageRange(item) : ['', ''];
  const issued = begin(item.issued);
  const found: readonly (readonly [string, string | number | undefined])[] = [
    ['TI', item.title],
    ...names('AU', item.author),
    ...names('A2', item.editor),
    ...names('A4', item.translator),
    ['T2', item['container-title']],
    ['DA', slashed(issued)],
    ['PY', issued.slice(0, 4)],
    ['SP', from],
    ['EP', to],
    ...(PERIODICALS.has(type)
      ? ([
          ['VL', item.volume],
          ['IS', item.issue],
        ] as const)
      : []),
    ['ET', item.edition],
    ['M1', type === 'STAT' ? item.number : ''],
    ['M3', item.genre],
    ['SN', ['RPRT', 'STAND'].includes(type) ? item.number : (item.ISBN ?? item.ISSN)],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', slashed(begin(item.accessed))],
    ['LA', item.language],
    ['AB', item.abstract],
    ...keywordsOf(item).map((word) => ['KW', word] as const),
    ...notesOf(item).map((note) => ['N1', note] as const),
  ];
  return found.map(([tag, value]) => [tag, written(tag, value)] as const).filter(([, value]) => value !== '');
}

/** What looks like an entity of HTML would be read as one, but in notes and abstracts. */
function written(tag: string, value: string | number | undefined): string {
  const line = oneLine(value);
  return ['N1', 'AB', 'UR'].includes(tag) ? line : line.replaceAll(/&(?=#?\w+;)/gu, '&amp;');
}

function names(tag: string, of: readonly CslName[] | undefined): readonly (readonly [string, string])[] {
  return (of ?? []).map((name) => [
    tag,
    name.literal ?? [familyOf(name), name.given, name.suffix].filter(Boolean).join(', '),
  ]);
}

function pageRange({ page }: CslItem): readonly [string, string] {
  const range = /^([^\s,、-]+)-([^\s,、-]+)$/u.exec(pages(page));
  return range === null ? [oneLine(page), ''] : [range[1]!, range[2]!];
}

function slashed(date: string): string {
  return date.replaceAll('-', '/');
}
