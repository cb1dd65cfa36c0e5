import type { CslItem, CslName } from './cslItem';
import { day } from './dates';
import { begin, familyOf, keywordsOf, notesOf, oneLine } from './exchange';
import { entryLanguage } from './names';
import { pages } from './numbers';

/** Entry types that biblatex, Zotero and the Chinese styles all read; BibTeX has others for a few. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  legislation: 'legislation',
  'paper-conference': 'inproceedings',
  post: 'online',
  'post-weblog': 'online',
  regulation: 'legislation',
  report: 'report',
  standard: 'misc',
  thesis: 'thesis',
  webpage: 'online',
};
const TYPES_OF_BIBTEX: Readonly<Record<string, string>> = {
  report: 'techreport',
  thesis: 'phdthesis',
  legislation: 'misc',
};

type Fields = readonly (readonly [string, string | number | undefined])[];
type Format = 'biblatex' | 'bibtex';

/** Not escaped: TeX reads these as they are. */
const VERBATIM = new Set(['author', 'editor', 'translator', 'url', 'doi', 'date', 'urldate', 'langid']);
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export function toBiblatex(items: readonly CslItem[]): string {
  return written(items, 'biblatex');
}

export function toBibtex(items: readonly CslItem[]): string {
  return written(items, 'bibtex');
}

function written(items: readonly CslItem[], format: Format): string {
  const keys = new Set<string>();
  return items
    .map((item) => {
      const type = typeOf(item);
      const lines = fields(item, format)
        .map(([field, value]) => [field, text(field, oneLine(value))] as const)
        .filter(([, value]) => value !== '')
        .map(([field, value]) => `  ${field} = {${value}},\n`);
      const entry = format === 'bibtex' ? (TYPES_OF_BIBTEX[type] ?? type) : type;
      return `@${entry}{${keyOf(item, keys)},\n${lines.join('')}}\n`;
    })
    .join('\n');
}

function typeOf({ type, URL }: CslItem): string {
  return TYPES[type] ?? ((URL ?? '') === '' ? 'misc' : 'online');
}

function fields(item: CslItem, format: Format): Fields {
  const type = typeOf(item);
  const isArticle = type === 'article';
  const isOnline = type === 'online';
  return [
    ['title', item.title],
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : ''],
    [container(type, format), item['container-title']],
    ...dated(item, format),
    ['volume', item.volume],
    ['number', isArticle ? item.issue : isOnline ? '' : item.number],
    ['pages', isOnline ? '' : pages(item.page)],
    ['edition', item.edition],
    [publisherField(type), item.publisher],
    [format === 'biblatex' ? 'location' : 'address', item['publisher-place']],
    ['type', item.genre],
    ['url', item.URL],
    ['urldate', begin(item.accessed)],
    ['doi', item.DOI],
    ['isbn', item.ISBN],
    ['issn', item.ISSN],
    ['langid', langid(item)],
    ['language', item.language],
    ['abstract', item.abstract],
    ['keywords', keywordsOf(item).join(', ')],
    ['note', notesOf(item).join('; ')],
  ];
}

/** BibTeX knows years and months only; the day is in `date`, which Zotero and the Chinese styles read. */
function dated({ issued }: CslItem, format: Format): Fields {
  const date = /^[\d-]+(?:\/[\d-]+)?$/u.test(day(issued)) ? day(issued) : '';
  if (format === 'biblatex') return [['date', date]];
  const [year, month] = begin(issued).split('-');
  return [
    ['year', year],
    ['month', month === undefined ? '' : Number(month)],
    ['date', date],
  ];
}

function container(type: string, format: Format): string {
  if (type === 'article') return format === 'biblatex' ? 'journaltitle' : 'journal';
  return ['incollection', 'inproceedings'].includes(type) ? 'booktitle' : 'titleaddon';
}

function publisherField(type: string): string {
  if (type === 'report') return 'institution';
  return type === 'thesis' ? 'school' : 'publisher';
}

/** Decides between 等 and et al. in the Chinese styles. */
function langid({ language }: CslItem): string {
  if (language === undefined || language === '') return '';
  if (entryLanguage(language) === 'en') return 'english';
  return language.toLowerCase().startsWith('zh') ? 'chinese' : '';
}

function names(of: readonly CslName[] | undefined): string {
  return (of ?? []).map(name).join(' and ');
}

/** A name in one part stands in braces, so that it is not taken apart. */
function name(of: CslName): string {
  if (of.literal !== undefined) return `{${escaped(oneLine(of.literal))}}`;
  if (of.given === undefined || of.given === '') return `{${escaped(familyOf(of))}}`;
  return [familyOf(of), of.suffix, of.given]
    .filter(Boolean)
    .map((part) => escaped(part!))
    .join(', ');
}

function text(field: string, value: string): string {
  return VERBATIM.has(field) ? value : escaped(value);
}

function escaped(value: string): string {
  return value.replaceAll(/[#$%&_{}~^\\]/gu, (mark) => ESCAPES[mark] ?? `\\${mark}`);
}

/** Letters and digits of the id; a key is used once. */
function keyOf({ id }: CslItem, taken: Set<string>): string {
  const plain = id.replaceAll(/[^\w:.-]+/gu, '') || 'item';
  let key = plain;
  for (let again = 2; taken.has(key); again += 1) key = `${plain}-${again}`;
  taken.add(key);
  return key;
}
