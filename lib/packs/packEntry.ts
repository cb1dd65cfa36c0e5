/**
 * An entry as people write it in a pack or in a form: what is usual may be left out. `entryOf` makes of it an entry as
 * the lexicon has them; docs/packs.md explains every field.
 */
import * as v from 'valibot';
import { KINDS, type EntryId, type PartialDate } from '../model';
import { fold } from '../text/normalise';
import { partialDate as readDate } from '../text/dates';

/** UTF-16 units; far above what anybody writes. */
const LONGEST = { id: 120, name: 200, form: 200, text: 20_000, address: 8_000 };
const MOST = { forms: 200, members: 500, offices: 200, sources: 100, words: 200 };

const upTo = (length: number) => v.pipe(v.string(), v.trim(), v.maxLength(length));
const needed = (length: number) => v.pipe(upTo(length), v.nonEmpty());
const optional = (length: number) => v.optional(upTo(length), '');

export const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u;
export const entryId = v.pipe(
  v.string(),
  v.maxLength(LONGEST.id),
  v.regex(ID),
  v.transform((id) => id as EntryId),
);
const partialDate = v.pipe(
  v.string(),
  v.check((date) => /^\d{4}(-\d{2}){0,2}$/.test(date) && readDate(date) !== null),
  v.transform((date) => date as PartialDate),
);
const noDate = v.optional(v.nullable(partialDate), null);
const bilingual = v.pipe(
  v.union([v.string(), v.strictObject({ zh: optional(LONGEST.text), en: optional(LONGEST.text) })]),
  v.transform((given) => (typeof given === 'string' ? { zh: given.trim(), en: '' } : given)),
);
const region = v.strictObject({
  province: needed(LONGEST.name),
  city: v.optional(v.nullable(needed(LONGEST.name)), null),
});
const words = v.optional(v.pipe(v.array(needed(LONGEST.form)), v.maxLength(MOST.words)), []);
const flag = v.optional(v.boolean(), false);

/** Why a form cannot be taken; `words.packs.faults` has a sentence for each. */
export type FormFault = 'empty' | 'one-character' | 'matches-everything' | 'common-word';

/** Words of every sentence: a page full of marks tells nothing. */
const COMMON = new Set(
  '我们 他们 你们 一个 这个 那个 这些 那些 什么 没有 可以 进行 工作 以及 因为 所以 但是 如果 通过 对于 关于 方面 问题 情况 今天 我国 全国 记者'.split(
    ' ',
  ),
);

/** Null for a form that can be marked. */
export function formFault(written: string): FormFault | null {
  const form = fold(written).trim();
  if (form === '') return 'empty';
  if (!/[\p{L}]/u.test(form)) return 'matches-everything';
  if (form.length === 1 || /^.$/u.test(form)) return 'one-character';
  return COMMON.has(form) ? 'common-word' : null;
}

const packForm = v.pipe(
  v.union([v.string(), v.looseObject({ text: v.string() })]),
  v.transform((given) => (typeof given === 'string' ? { text: given } : given)),
  v.strictObject({
    text: v.pipe(
      upTo(LONGEST.form),
      v.check((text) => formFault(text) === null, 'form'),
    ),
    quotedOnly: flag,
    notBefore: words,
    notAfter: words,
    onlyBefore: words,
    needs: words,
    notNear: words,
    marked: v.optional(v.boolean(), true),
  }),
);

const packSource = v.strictObject({
  title: needed(LONGEST.text),
  publisher: optional(LONGEST.name),
  date: noDate,
  url: optional(LONGEST.address),
  authors: optional(LONGEST.text),
  page: optional(LONGEST.name),
  /** The day on which it was looked at. */
  accessed: noDate,
});

const packOffice = v.strictObject({
  office: needed(LONGEST.name),
  body: optional(LONGEST.name),
  english: optional(LONGEST.name),
  region: v.optional(v.nullable(region), null),
  from: noDate,
  to: noDate,
  /** Days whose texts show it. */
  seen: v.optional(v.pipe(v.array(partialDate), v.maxLength(MOST.words)), []),
});

export const packEntry = v.pipe(
  v.strictObject({
    id: entryId,
    kind: v.picklist(KINDS),
    name: needed(LONGEST.name),
    traditional: optional(LONGEST.name),
    pinyin: optional(LONGEST.name),
    english: optional(LONGEST.text),
    /** Whose the English is. */
    englishBy: v.optional(v.picklist(['official', 'usual', 'ours', 'pack']), 'pack'),
    /** Without any: its name. */
    forms: v.optional(v.pipe(v.array(packForm), v.maxLength(MOST.forms)), []),
    gloss: v.optional(bilingual, { zh: '', en: '' }),
    members: v.optional(v.pipe(v.array(bilingual), v.maxLength(MOST.members)), []),
    /** False: some members are missing. */
    membersComplete: v.optional(v.boolean(), true),
    /** Of officials. */
    offices: v.optional(v.pipe(v.array(packOffice), v.maxLength(MOST.offices)), []),
    /** Of officials: marked without an office beside the name, too. */
    alone: flag,
    from: noDate,
    to: noDate,
    region: v.optional(v.nullable(region), null),
    see: v.optional(v.nullable(entryId), null),
    parts: v.optional(v.pipe(v.array(entryId), v.maxLength(MOST.words)), []),
    sources: v.optional(v.pipe(v.array(packSource), v.maxLength(MOST.sources)), []),
  }),
  v.check(({ name, forms }) => forms.length > 0 || formFault(name) === null, 'form'),
);

export type PackEntry = v.InferOutput<typeof packEntry>;
export type PackForm = PackEntry['forms'][number];

export type PackSource = PackEntry['sources'][number];
export type WrittenEntry = v.InferInput<typeof packEntry>;

/** The entry without what is usual, as it is written to a file. */
export function writtenEntry(entry: PackEntry): WrittenEntry {
  return {
    ...withoutUsual(entry, USUAL_ENTRY),
    ...(entry.forms.length > 0 ? { forms: entry.forms.map(writtenForm) } : {}),
    ...(entry.members.length > 0 ? { members: entry.members.map(writtenText) } : {}),
    ...(entry.gloss.zh + entry.gloss.en === '' ? {} : { gloss: writtenText(entry.gloss) }),
    ...(entry.offices.length > 0 ? { offices: entry.offices.map((each) => withoutUsual(each, USUAL_OFFICE)) } : {}),
    ...(entry.sources.length > 0 ? { sources: entry.sources.map((each) => withoutUsual(each, USUAL_SOURCE)) } : {}),
  } as WrittenEntry;
}

const NO_TEXT = { zh: '', en: '' };
const USUAL_SOURCE = { publisher: '', date: null, url: '', authors: '', page: '', accessed: null };
const USUAL_OFFICE = { body: '', english: '', region: null, from: null, to: null, seen: [] };
const USUAL_FORM = {
  quotedOnly: false,
  notBefore: [],
  notAfter: [],
  onlyBefore: [],
  needs: [],
  notNear: [],
  marked: true,
};
const USUAL_ENTRY = {
  traditional: '',
  pinyin: '',
  english: '',
  englishBy: 'pack',
  forms: [],
  gloss: NO_TEXT,
  members: [],
  membersComplete: true,
  offices: [],
  alone: false,
  from: null,
  to: null,
  region: null,
  see: null,
  parts: [],
  sources: [],
};

function writtenForm(form: PackForm): string | object {
  const less = withoutUsual(form, USUAL_FORM);
  return Object.keys(less).length === 1 ? form.text : less;
}

function writtenText({ zh, en }: { readonly zh: string; readonly en: string }): string | object {
  return en === '' ? zh : { zh, en };
}

function withoutUsual(record: object, usual: object): object {
  const less: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (!isUsual(value, (usual as Record<string, unknown>)[key])) less[key] = value;
  }
  return less;
}

function isUsual(value: unknown, usual: unknown): boolean {
  if (value === usual) return true;
  if (Array.isArray(value)) return value.length === 0 && Array.isArray(usual);
  return usual === NO_TEXT && (value as typeof NO_TEXT).zh + (value as typeof NO_TEXT).en === '';
}

/** What `writtenEntry` wrote, as it was: without the looking at what anybody may have written. */
export function readAgain(written: WrittenEntry): PackEntry {
  const each = <T>(items: readonly unknown[] | undefined, read: (item: never) => T) =>
    (items ?? []).map((item) => read(item as never));
  return {
    ...USUAL_ENTRY,
    ...written,
    forms: each(written.forms, (form: string | object) => ({
      ...USUAL_FORM,
      ...(typeof form === 'string' ? { text: form } : form),
    })),
    gloss: textAgain(written.gloss ?? ''),
    members: each(written.members, textAgain),
    offices: each(written.offices, (office: object) => ({ ...USUAL_OFFICE, ...office })),
    sources: each(written.sources, (source: object) => ({ ...USUAL_SOURCE, ...source })),
  } as unknown as PackEntry;
}

function textAgain(text: string | { readonly zh?: string | undefined; readonly en?: string | undefined }) {
  return typeof text === 'string' ? { zh: text, en: '' } : { zh: text.zh ?? '', en: text.en ?? '' };
}
