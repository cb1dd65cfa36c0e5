import type { CslItem } from './cslItem';
import { NARROW, type CitationStyle } from './citationStyle';
import { day, hasDay, isDated, year } from './dates';
import { edition, numeric, text, volumeLabel } from './elements';
import { close, join, wrap } from './join';
import { pages } from './numbers';
import { author, containerAuthor, translators } from './responsible';
import type { Apart } from './apart';
import { isOnline, typeCode2015 } from './typeCode';

/** GB/T 7714—2015, §4: which elements an entry has and in which order, by kind of source. */
const { comma, colon, open, close: end } = NARROW;

const IN_PERIODICAL = new Set(['article-journal', 'article-magazine', 'article-newspaper']);
const ELECTRONIC = new Set(['dataset', 'post', 'post-weblog', 'software', 'webpage']);
const PARTS = new Set(['chapter', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference']);
const ARCHIVES = new Set(['collection', 'manuscript', 'personal_communication']);
/** Never only electronic: with place and publisher even if the page is all that is known. */
const PUBLISHED = new Set(['book', 'chapter', 'paper-conference', 'periodical', 'thesis']);

export function entry2015(item: CslItem, style: CitationStyle, apart: Apart): string {
  const elements = [
    heading(item, style, apart),
    ...body(item, style),
    item.URL ?? '',
    wrap('DOI:', text(item.DOI), ''),
  ];
  return close(join(elements, '. '), '.');
}

/** The year of issue, else that of the visit in square brackets. */
export function yearOfIssue(item: CslItem, letter: string): string {
  if (!isDated(item.issued)) return isDated(item.accessed) ? `[${year(item.accessed, '/')}]${letter}` : '';
  const issued = year(item.issued, '/');
  return (isUncertain(item) ? `[${issued}]` : issued) + letter;
}

function heading(item: CslItem, style: CitationStyle, apart: Apart): string {
  const name = author(item, style, apart.given);
  return style === '2015-author-date' ? join([name, yearOfIssue(item, apart.letter)], comma) : name;
}

function body(item: CslItem, style: CitationStyle): readonly string[] {
  const { type } = item;
  const titled = title(item);
  if (type === 'periodical') {
    const numbers = join([yearOfIssue(item, ''), numeric(item.volume)], comma) + wrap(open, numeric(item.issue), end);
    return [titled, numbers, published(item, style)];
  }
  if (IN_PERIODICAL.has(type)) return [titled, inPeriodical(item, style)];
  if (type === 'patent' || ELECTRONIC.has(type)) return [titled, published(item, style)];
  const whole = join([titled, translators(item, style)], '. ');
  const isPart = PARTS.has(type) || has(item['container-title']);
  return [isPart ? join([whole, container(item, style)], '//') : whole, edition(item), published(item, style)];
}

function title(item: CslItem): string {
  const isWhole = !has(item['container-title']) && !PARTS.has(item.type);
  const volume = isWhole ? [volumeOf(item), text(item['volume-title'])] : [];
  const number = ['article', 'article-journal'].includes(item.type) ? '' : numeric(item.number);
  const place = ARCHIVES.has(item.type) ? text(item.archive_location) : '';
  return join([text(item.title), join([...volume, number, place], '\u2003')], colon) + typeCode2015(item);
}

function volumeOf(item: CslItem): string {
  return IN_PERIODICAL.has(item.type) || ['article', 'periodical'].includes(item.type)
    ? ''
    : volumeLabel(item, '卷 %s', 'Vol. %s');
}

function container(item: CslItem, style: CitationStyle): string {
  const isUntitled = !has(item['container-title']);
  const named = isUntitled && item.type === 'paper-conference' ? text(item['event-title']) : '';
  const of = isUntitled ? named : join([text(item['container-title']), volumeOf(item)], colon);
  return join([containerAuthor(item, style), of], '. ');
}

function inPeriodical(item: CslItem, style: CitationStyle): string {
  return source(item, style) + accessed(item);
}

function source(item: CslItem, style: CitationStyle): string {
  const name = text(item['container-title']);
  if (item.type === 'article-newspaper')
    return join([name, day(item.issued)], comma) + wrap(open, pages(item.page), end);
  const issued = style === '2015-author-date' ? '' : yearOfIssue(item, '');
  const where = join([name, issued, numeric(item.volume)], comma) + wrap(open, numeric(item.issue), end);
  return join([where, pages(item.page) || numeric(item.number)], colon);
}

function published(item: CslItem, style: CitationStyle): string {
  if (item.type === 'patent') return day(item.issued) + accessed(item);
  const issued = style === '2015-author-date' ? '' : yearOfIssue(item, '');
  if (PUBLISHED.has(item.type) || isPrinted(item)) {
    return join([join([publisher(item), issued], comma), pages(item.page)], colon) + accessed(item);
  }
  if (!isOnline(item)) return issued;
  if (hasDay(item.issued)) return wrap(open, day(item.issued), end) + accessed(item);
  return (isDated(item.issued) ? issued : '') + accessed(item);
}

/** Publisher with its place; of an archive the keeper. */
function publisher(item: CslItem): string {
  const isPublished = has(item.publisher) || has(item['publisher-place']);
  if (isPublished) return join([text(item['publisher-place']), text(item.publisher)], colon);
  return join([text(item['archive-place']), text(item.archive)], colon);
}

function isPrinted(item: CslItem): boolean {
  const { archive, publisher: who, page } = item;
  return (
    [archive, item['archive-place'], who, item['publisher-place']].some(has) || (page !== undefined && page !== '')
  );
}

/** `[2025-06-03]`, of what is found on the network. */
function accessed(item: CslItem): string {
  return isOnline(item) ? wrap('[', day(item.accessed), ']') : '';
}

function isUncertain({ issued }: CslItem): boolean {
  return Boolean(issued?.circa);
}

function has(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
