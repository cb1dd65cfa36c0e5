/**
 * Dictionaries of Yomitan (format 3). What we write there reads back as it was: our own JSON lies in the archive beside
 * the banks. Of others' dictionaries only words and texts are taken; scripts, styles and pictures are not unpacked.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isRecord } from '../export/json';
import { KINDS } from '../model';
import type { PackEntry } from '../packs/packEntry';
import { wordsOf } from '../words/words';
import { openJson, writeJson } from './jsonPack';
import { refused, rowOf, withoutTwice, type OpenedPack, type PackContent, type Refused, type Row } from './opened';

const OWN = 'pangzhu-pack.json';
/** Terms of one bank. */
const BANK = 10_000;
/** Bytes of all banks unpacked. */
const MOST = 400 * 1024 ** 2;
const DEEPEST = 40;
/** UTF-16 units of an explanation. */
const LONGEST = 4_000;

export function writeYomitan(pack: PackContent): Uint8Array<ArrayBuffer> {
  const { title, version, licence, entries } = pack;
  const files: Record<string, Uint8Array> = {
    'index.json': json({
      title: title.zh,
      revision: version,
      format: 3,
      sequenced: true,
      sourceLanguage: 'zh',
      targetLanguage: 'zh',
      ...(licence === '' ? {} : { attribution: licence }),
    }),
    'tag_bank_1.json': json(KINDS.map((kind, at) => [kind, 'partOfSpeech', at, wordsOf('zh').kinds[kind], 0])),
    [OWN]: strToU8([...writeJson(pack)].join('')),
  };
  const terms = entries.flatMap(termsOf);
  for (let bank = 0; bank * BANK < terms.length; bank++) {
    files[`term_bank_${bank + 1}.json`] = json(terms.slice(bank * BANK, (bank + 1) * BANK));
  }
  // The same pack gives the same bytes.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 2) });
}

function termsOf(entry: PackEntry, sequence: number): unknown[] {
  const { name, forms, pinyin, kind, gloss, english, members, offices } = entry;
  const lines = [
    ...offices.map(({ office, from, to }) => [office, [from, to].filter(Boolean).join('—')].filter(Boolean).join(' ')),
    gloss.zh,
    gloss.en,
    ...members.map(({ zh, en }, at) => `${at + 1}. ${zh || en}`),
    english,
  ].filter((line) => line !== '');
  const texts = new Set([name, ...forms.map(({ text }) => text)]);
  return [...texts].map((text) => [
    text,
    text === name ? pinyin : '',
    kind,
    '',
    0,
    [lines.join('\n') || name],
    sequence + 1,
    '',
  ]);
}

export function openYomitan(bytes: Uint8Array): OpenedPack | Refused {
  let files: Record<string, Uint8Array>;
  let size = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = name === 'index.json' || name === OWN || /^term_bank_\d+\.json$/.test(name);
        if (isWanted) size += originalSize;
        return isWanted && size <= MOST;
      },
    });
  } catch {
    return refused('damaged-archive');
  }
  if (size > MOST) return refused('inflates', String(Math.round(size / 1024 ** 2)));
  if (files[OWN] !== undefined) {
    const own = openJson(strFromU8(files[OWN]));
    return own.is === 'opened' ? { ...own, format: 'yomitan' } : own;
  }
  const index = parsed(files['index.json']);
  if (!isRecord(index) || typeof index.title !== 'string' || index.title.trim() === '') return refused('not-a-pack');
  const version = index.format ?? index.version;
  if (version !== 3)
    return refused(typeof version === 'number' && version > 3 ? 'newer' : 'not-a-pack', String(version));
  const banks = Object.keys(files)
    .filter((name) => name.startsWith('term_bank_'))
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map((name) => parsed(files[name]));
  if (banks.some((bank) => !Array.isArray(bank))) return refused('not-json');
  const words = wordsIn(banks.flat());
  if (words.length === 0) return refused('no-entries');
  const title = index.title.trim();
  return {
    is: 'opened',
    format: 'yomitan',
    head: {
      id: `yomitan-${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'dictionary'}`.slice(0, 100),
      version: textOf(index.revision, '1'),
      title: { zh: title, en: title },
      licence: textOf(index.attribution, ''),
      changes: [],
    },
    total: words.length,
    rows: withoutTwice(rowsOf(words), 1),
    wasGb18030: false,
  };
}

interface Word {
  readonly term: string;
  readonly reading: string;
  readonly tags: string;
  readonly texts: string[];
}

/** Terms with one reading are one entry, whatever number they have in their dictionary. */
function wordsIn(rows: readonly unknown[]): (Word | null)[] {
  const words = new Map<string, Word>();
  const broken: null[] = [];
  for (const row of rows) {
    if (!Array.isArray(row) || typeof row[0] !== 'string' || !Array.isArray(row[5])) {
      broken.push(null);
      continue;
    }
    const [term, reading, tags] = [row[0].trim(), textOf(row[1], ''), textOf(row[2], '')];
    const key = `${term}\n${reading}`;
    const word = words.get(key) ?? { term, reading, tags, texts: [] };
    words.set(key, word);
    for (const definition of row[5] as unknown[]) {
      const text = plain(definition, 0)
        .replace(/[ \t]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim();
      if (text !== '') word.texts.push(text);
    }
  }
  return [...words.values(), ...broken];
}

function* rowsOf(words: readonly (Word | null)[]): Generator<Row> {
  for (const [at, word] of words.entries()) {
    if (word === null) {
      yield { is: 'problem', problem: { row: at + 1, why: 'invalid', what: 'term' } };
      continue;
    }
    const { term, reading, tags, texts } = word;
    yield rowOf(
      {
        id:
          `${term}:${reading}`
            .replace(/[^\p{L}\p{N}._:-]+/gu, '-')
            .replace(/^[^\p{L}\p{N}]+/u, '')
            .slice(0, 110) || '-',
        kind: KINDS.find((kind) => tags.split(' ').includes(kind)) ?? 'formulation',
        name: term,
        pinyin: reading,
        gloss: texts.join('\n').slice(0, LONGEST),
      },
      at + 1,
    );
  }
}

const LINES = new Set(['br', 'div', 'li', 'tr', 'ol', 'ul', 'table', 'details', 'summary']);
const BESIDE = new Set(['td', 'th']);

/** The words of a definition, be it structured; pictures say what they are called at most. */
function plain(content: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) {
    // A redirect: an uninflected term and rules.
    if (content.length === 2 && typeof content[0] === 'string' && Array.isArray(content[1]) && depth === 0) {
      return `→ ${content[0]}`;
    }
    return content.map((each) => plain(each, depth + 1)).join('');
  }
  if (!isRecord(content)) return '';
  if (content.type === 'text') return textOf(content.text, '');
  if (content.type === 'image' || content.tag === 'img') return textOf(content.description ?? content.alt, '');
  // How a character is read stands beside it, not in the text.
  if (content.tag === 'rt' || content.tag === 'rp') return '';
  const inside = plain(content.content ?? '', depth + 1);
  const tag = textOf(content.tag, '');
  if (LINES.has(tag)) return `\n${inside}\n`;
  return BESIDE.has(tag) ? `${inside} ` : inside;
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise;
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return null;
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}
