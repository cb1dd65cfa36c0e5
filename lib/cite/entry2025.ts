import type { CslItem } from './cslItem';
import { WIDE, type CitationStyle } from './citationStyle';
import { day, isDated, year } from './dates';
import { edition, numeric, text, version, volumeLabel } from './elements';
import { close, join, wrap } from './join';
import { pages } from './numbers';
import { author, containerAuthor, translators } from './responsible';
import type { Apart } from './apart';
import { isOnline, typeCode2025 } from './typeCode';
import { entryLanguage } from './names';

/** GB/T 7714—2025, §8: which elements an entry has and in which order, by kind of source. */
const { comma, colon, open, close: end } = WIDE;

const IN_PERIODICAL = new Set(['article-journal', 'article-magazine', 'article-newspaper']);
const WEB = new Set(['post', 'post-weblog', 'webpage']);
const PARTS = new Set(['chapter', 'entry-dictionary', 'entry-encyclopedia']);
const PREPRINTS = new Set(['article', 'dataset']);
const BOOKS = new Set(['book', 'classic', 'map', 'patent', 'report']);
const ARCHIVES = new Set(['collection', 'manuscript', 'personal_communication']);
/** What appears on a day rather than in a year. */
const DAILY = new Set([...ARCHIVES, 'article-newspaper', 'patent', 'report']);
/** What says where it was published even if nobody did. */
const PUBLISHED = new Set([
  'book',
  'chapter',
  'classic',
  'entry-dictionary',
  'entry-encyclopedia',
  'map',
  'paper-conference',
  'periodical',
  'thesis',
]);

export function entry2025(item: CslItem, style: CitationStyle, apart: Apart): string {
  const elements = [
    heading(item, style, apart),
    ...body(item, style),
    item.URL ?? '',
    wrap('DOI:', text(item.DOI), ''),
  ];
  return close(join(elements, '. '), '.');
}

/** The year as it stands beside the name, in the list as in the text. */
export function yearBesideName(item: CslItem, letter: string): string {
  if (isDated(item.issued)) return year(item.issued, '—') + letter;
  if (isInJournal(item)) return '';
  if (isDated(item.accessed)) return `[${year(item.accessed, '—')}${letter}]`;
  return join([entryLanguage(item.language) === 'en' ? 'n.d.' : '无日期', letter], '-');
}

function heading(item: CslItem, style: CitationStyle, apart: Apart): string {
  if (style === '2025-author-date')
    return join([author(item, style, apart.given), yearBesideName(item, apart.letter)], comma);
  return item.type === 'standard' ? '' : author(item, style, apart.given);
}

function body(item: CslItem, style: CitationStyle): readonly string[] {
  const { type } = item;
  const titled = title(item);
  const others = translators(item, style);
  if (IN_PERIODICAL.has(type)) return [titled, others, inPeriodical(item, style)];
  if (WEB.has(type)) return [titled, created(item)];
  if (PARTS.has(type) || has(item['container-title'])) {
    const part = join([join([titled, others], '. '), container(item, style)], '//');
    return [part, edition(item), published(item, style)];
  }
  if (type === 'periodical') return [titled, numeric(item.volume), published(item, style)];
  if (type === 'paper-conference') {
    const held = style === '2025-author-date' ? '' : issuedOf(item, style);
    const meeting = join([text(item['event-title']), held], comma);
    return [join([titled, join([meeting, pages(item.page)], colon)], '//')];
  }
  if (type === 'standard') return [join([numeric(item.number), titled], '\u2003')];
  if (PREPRINTS.has(type)) return [titled, version(item), published(item, style) + created(item)];
  if (BOOKS.has(type) || has(item.publisher)) return [titled, others, edition(item), published(item, style)];
  if (ARCHIVES.has(type) || has(item.archive)) return [titled, published(item, style)];
  if (isOnline(item)) return [titled, version(item), created(item)];
  return [titled, others, edition(item), published(item, style)];
}

function title(item: CslItem): string {
  const isWhole = !has(item['container-title']) && !PARTS.has(item.type) && item.type !== 'paper-conference';
  const volume = isWhole ? join([volumeOf(item), text(item['volume-title'])], '\u2003') : '';
  const number = ['article', 'article-journal', 'standard'].includes(item.type) ? '' : numberOf(item);
  return join([text(item.title), volume, number], colon) + typeCode2025(item);
}

function volumeOf(item: CslItem): string {
  return IN_PERIODICAL.has(item.type) || ['article', 'periodical'].includes(item.type)
    ? ''
    : volumeLabel(item, '第%s卷', 'v.%s');
}

function numberOf(item: CslItem): string {
  if (item.type === 'patent' && has(item['call-number'])) return text(item['call-number']);
  if (item.number !== undefined) return numeric(item.number);
  return ARCHIVES.has(item.type) || has(item.archive) ? text(item.archive_location) : '';
}

function container(item: CslItem, style: CitationStyle): string {
  if (!has(item['container-title'])) return '';
  return join([containerAuthor(item, style), join([text(item['container-title']), volumeOf(item)], colon)], '. ');
}

function inPeriodical(item: CslItem, style: CitationStyle): string {
  const name = text(item['container-title'], 'without stops');
  if (item.type === 'article-newspaper') {
    return join([name, issuedOf(item, style)], comma) + wrap(open, pages(item.page), end);
  }
  const isNumbered = item.volume !== undefined || item.issue !== undefined;
  const besides = style === '2025-author-date' ? '' : year(item.issued, '/');
  const where = join([name, isNumbered ? besides : day(item.issued), numeric(item.volume)], comma);
  return join([where + wrap(open, numeric(item.issue), end), pages(item.page) || numeric(item.number)], colon);
}

function published(item: CslItem, style: CitationStyle): string {
  const { type } = item;
  if (PREPRINTS.has(type)) return text(item.publisher);
  if (PUBLISHED.has(type) || has(item.publisher)) return publisher(item, style);
  if (['patent', 'report'].includes(type)) return join([issuedOf(item, style), pages(item.page)], colon);
  if (ARCHIVES.has(type) || has(item.archive)) {
    const keeper = join([text(item['archive-place']), text(item.archive)], colon);
    return join([keeper, issuedOf(item, style)], comma);
  }
  return WEB.has(type) || isOnline(item) ? '' : publisher(item, style);
}

function publisher(item: CslItem, style: CitationStyle): string {
  const who = join([text(item['publisher-place']), text(item.publisher)], colon);
  const when = style === '2025-author-date' ? '' : issuedOf(item, style);
  return join([join([who, when], comma), pages(item.page)], colon);
}

/** The day for what appears on a day, else the year; in the author-date form the year stands beside the name. */
function issuedOf(item: CslItem, style: CitationStyle): string {
  const isAuthorDate = style === '2025-author-date';
  if (!isDated(item.issued)) return isAuthorDate ? '' : wrap('[', year(item.accessed, '—'), ']');
  if (item.type === 'report' && has(item.publisher)) return isAuthorDate ? '' : year(item.issued, '—');
  if (DAILY.has(item.type) || has(item.archive)) return day(item.issued);
  return isAuthorDate ? '' : year(item.issued, '—');
}

/** `（2025-04-21）[2025-06-03]`: when it was put there, when it was read. */
function created(item: CslItem): string {
  return wrap(open, day(item.issued), end) + wrap('[', day(item.accessed), ']');
}

function isInJournal({ type }: CslItem): boolean {
  return type === 'article-journal' || type === 'article-magazine';
}

function has(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
