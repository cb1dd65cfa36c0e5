/** An entry as a form has it, and what was written in one as an entry. */
import * as v from 'valibot';
import type { EntryId, Kind, Language } from '../model';
import { fold } from '../text/normalise';
import { firstDay, partialDate } from '../text/dates';
import { formFault, packEntry, type PackEntry } from './packEntry';
import type { OfferedEntry } from './offered';

/** All as written; lists have one item a line. */
export interface WrittenForm {
  readonly name: string;
  readonly kind: Kind;
  readonly gloss: string;
  readonly english: string;
  readonly pinyin: string;
  readonly forms: string;
  readonly members: string;
  readonly isAlone: boolean;
  readonly from: string;
  readonly to: string;
  readonly offices: readonly WrittenOffice[];
  readonly sources: readonly WrittenSource[];
}

export interface WrittenOffice {
  readonly office: string;
  readonly from: string;
  readonly to: string;
  /** Days parted by blanks. */
  readonly seen: string;
}

export interface WrittenSource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly authors: string;
  readonly page: string;
}

/** A field that cannot be taken as it is. */
export interface FieldFault {
  readonly field: 'name' | 'forms' | 'date' | 'office' | 'other';
  /** What was written. */
  readonly what: string;
}

export const NO_OFFICE: WrittenOffice = { office: '', from: '', to: '', seen: '' };
export const NO_SOURCE: WrittenSource = { title: '', publisher: '', date: '', url: '', authors: '', page: '' };

/** What is known of a new entry, as its form begins. */
export function formFor(offered: OfferedEntry): WrittenForm {
  const { form = '', office, url = '', title = '', date = '' } = offered;
  const { publisher = '', authors = '', page = '', members = [] } = offered;
  const name = withoutQuotes(offered.name ?? form);
  const other = withoutQuotes(form);
  const hasSource = `${url}${title}` !== '';
  return {
    name,
    kind: offered.kind ?? (office === undefined ? 'formulation' : 'official'),
    gloss: '',
    english: '',
    pinyin: '',
    forms: other === name || other === '' ? '' : `${name}\n${other}`,
    members: members.join('\n'),
    isAlone: fold(name).length > 2,
    from: '',
    to: '',
    offices: office === undefined ? [] : [{ ...NO_OFFICE, office, seen: date }],
    sources: hasSource ? [{ title: title || url, publisher, date, url, authors, page }] : [],
  };
}

/** An entry that is there, in the reader's language where a text has both. */
export function formOfEntry(entry: PackEntry, language: Language): WrittenForm {
  const textOf = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
    language === 'en' ? en || zh : zh || en;
  return {
    name: entry.name,
    kind: entry.kind,
    gloss: textOf(entry.gloss),
    english: entry.english,
    pinyin: entry.pinyin,
    forms: entry.forms.map(({ text }) => text).join('\n'),
    members: entry.members.map(({ zh, en }) => zh || en).join('\n'),
    isAlone: entry.alone,
    from: entry.from ?? '',
    to: entry.to ?? '',
    offices: entry.offices.map(({ office, from, to, seen }) => ({
      office,
      from: from ?? '',
      to: to ?? '',
      seen: seen.join(' '),
    })),
    sources: entry.sources.map(({ title, publisher, date, url, authors, page }) => ({
      title,
      publisher,
      date: date ?? '',
      url,
      authors,
      page,
    })),
  };
}

/** `before` is the entry that is changed: what no form shows stays as it is. */
export function entryIn(
  written: WrittenForm,
  before: PackEntry | null,
  id: EntryId,
  language: Language,
  today: string,
):
  | { readonly is: 'entry'; readonly entry: PackEntry }
  | { readonly is: 'faults'; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const dateIn = (text: string) => {
    const trimmed = text.trim();
    if (trimmed === '') return null;
    const date = partialDate(trimmed) ?? firstDay(trimmed);
    if (date === null) faults.push({ field: 'date', what: trimmed });
    return date;
  };
  const name = withoutQuotes(written.name.trim());
  const forms = linesOf(written.forms);
  if (formFault(forms[0] ?? name) !== null)
    faults.push({ field: forms.length === 0 ? 'name' : 'forms', what: forms[0] ?? name });
  for (const form of forms.slice(1)) if (formFault(form) !== null) faults.push({ field: 'forms', what: form });
  const gloss = written.gloss.trim();
  const draft = {
    ...before,
    id,
    kind: written.kind,
    name,
    english: written.english,
    pinyin: written.pinyin,
    forms: forms.map((text) => before?.forms.find((each) => each.text === text) ?? text),
    gloss: textFrom(gloss, before?.gloss, language),
    members: linesOf(written.members).map(
      (text) => before?.members.find((each) => (each.zh || each.en) === text) ?? text,
    ),
    alone: written.isAlone,
    from: dateIn(written.from),
    to: dateIn(written.to),
    offices:
      written.kind === 'official'
        ? written.offices
            .filter(({ office }) => office.trim() !== '')
            .map(({ office, from, to, seen }) => ({
              ...before?.offices.find((each) => each.office === office.trim()),
              office,
              from: dateIn(from),
              to: dateIn(to),
              seen: seen
                .split(/[\s,，、]+/)
                .filter(Boolean)
                .map(dateIn)
                .filter((date) => date !== null),
            }))
        : [],
    sources: written.sources
      .filter(({ title, url }) => `${title}${url}`.trim() !== '')
      .map(({ title, url, date, ...rest }) => ({
        ...rest,
        title: title.trim() || url.trim(),
        url,
        date: dateIn(date),
        accessed: before?.sources.find((each) => each.url === url.trim())?.accessed ?? today,
      })),
  };
  if (faults.length > 0) return { is: 'faults', faults };
  const parsed = v.safeParse(packEntry, draft);
  if (parsed.success) return { is: 'entry', entry: parsed.output };
  return { is: 'faults', faults: [{ field: 'other', what: v.getDotPath(parsed.issues[0]) ?? '' }] };
}

function textFrom(text: string, before: { readonly zh: string; readonly en: string } | undefined, language: Language) {
  if (before !== undefined && (language === 'en' ? before.en || before.zh : before.zh || before.en) === text)
    return before;
  const other = before ?? { zh: '', en: '' };
  return language === 'en' && other.en !== '' ? { ...other, en: text } : { ...other, zh: text };
}

function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** What is selected often has the quotation marks with it. */
function withoutQuotes(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[“"「『《](.+)[”"」』》]$/u, '$1');
}
