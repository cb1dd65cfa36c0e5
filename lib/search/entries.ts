import MiniSearch from 'minisearch';
import type { Entry, EntryId } from '../model';
import { fold } from '../text/normalise';
import { initialsOf, plainPinyin, syllablesOf } from '../text/pinyin';

/** Finds entries by Chinese, by pinyin (with tones, without, initials) and by English. */
export interface EntrySearch {
  /** Best first. An empty query finds nothing. */
  find(query: string): readonly EntryId[];
}

interface Document {
  readonly id: EntryId;
  /** All forms. */
  readonly chinese: string;
  readonly pinyin: string;
  readonly english: string;
  readonly gloss: string;
}

const HAN = /\p{Script=Han}/u;
const FIELDS = ['chinese', 'pinyin', 'english', 'gloss'] as const;

export function indexEntries(entries: Iterable<Entry>): EntrySearch {
  const index = new MiniSearch<Document>({
    fields: [...FIELDS],
    tokenize: (text, field) =>
      field === 'pinyin' ? pinyinTokens(text) : field === 'chinese' ? grams(text) : words(text),
    processTerm: (term) => term,
  });
  const documents = [...entries].map(documentOf);
  index.addAll(documents);
  const exact = new Map<string, EntryId[]>();
  for (const { id, chinese } of documents) {
    for (const form of chinese.split('\n')) exact.set(form, [...(exact.get(form) ?? []), id]);
  }
  return {
    find(query) {
      const asked = fold(query)
        .trim()
        .replace(/^[“《](.+)[”》]$/, '$1');
      if (asked === '') return [];
      const first = exact.get(asked) ?? [];
      const rest = HAN.test(asked) ? chineseHits(index, query) : latinHits(index, asked);
      return [...new Set([...first, ...rest])];
    },
  };
}

/** Entries whose forms or gloss have each run of characters asked for, forms first. */
function chineseHits(index: MiniSearch<Document>, query: string): EntryId[] {
  const runs = query
    .split(/[\s“”"、，,]+/)
    .map(fold)
    .filter(Boolean);
  const found = index.search(runs.join(' '), {
    fields: ['chinese', 'gloss'],
    tokenize: () => runs.flatMap((run) => (run.length === 1 ? [run] : pairs(run))),
    combineWith: 'AND',
    boost: { chinese: 4 },
  });
  return found.map(({ id }) => id as EntryId);
}

/** Pinyin from the beginning of a syllable, initials, or words of the English; a word may be begun or a letter off. */
function latinHits(index: MiniSearch<Document>, asked: string): EntryId[] {
  const written = plainPinyin(asked).replace(/[^a-z0-9]+/g, '');
  // liu4 wen3
  const toneless = plainPinyin(asked).replace(/(?<=[a-z])[1-5](?![0-9])|[^a-z0-9]+/g, '');
  const byPinyin = [...new Set([written, toneless])].flatMap((syllables) =>
    index.search(syllables, { fields: ['pinyin'], tokenize: (text) => [text], prefix: true }),
  );
  const byEnglish = index.search(asked, {
    fields: ['english', 'gloss'],
    tokenize: words,
    combineWith: 'AND',
    prefix: true,
    fuzzy: (term) => (term.length > 5 ? 1 : false),
    boost: { english: 3 },
  });
  const isWords = /\s/.test(asked) && byEnglish.length > 0;
  const inOrder = isWords ? [byEnglish, byPinyin] : [byPinyin, byEnglish];
  return inOrder.flatMap((found) => found.map(({ id }) => id as EntryId));
}

function documentOf(entry: Entry): Document {
  const { id, names, forms } = entry;
  const offices = entry.kind === 'official' ? entry.tenures : [];
  const gloss = entry.kind === 'official' ? offices.map(({ office }) => office) : [entry.gloss.zh, entry.gloss.en];
  return {
    id,
    chinese: [...new Set([names.zh, ...forms.map(({ text }) => text)].map(fold))].join('\n'),
    pinyin: names.pinyin,
    english: [names.en?.text, names.enLong?.text, ...offices.map(({ en }) => en)].filter(Boolean).join(' '),
    gloss: fold(gloss.join(' ')),
  };
}

/** Each form's characters and pairs of characters. */
function grams(text: string): string[] {
  return text.split('\n').flatMap((form) => [...form.split(''), ...pairs(form)]);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Words of English, and the pairs of the Chinese between them. */
function words(text: string): string[] {
  const chinese = text.match(/\p{Script=Han}+/gu) ?? [];
  return [
    ...(text.toLowerCase().match(/[a-z0-9]+/g) ?? []),
    ...chinese.flatMap((run) => [...run.split(''), ...pairs(run)]),
  ];
}

/** From the beginning of each syllable to the end, in full and as initials. */
function pinyinTokens(pinyin: string): string[] {
  const syllables = syllablesOf(pinyin);
  const initials = initialsOf(pinyin);
  return syllables.flatMap((_, from) => [syllables.slice(from).join(''), initials.slice(from)]);
}
