import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '../../lib/detect/detect';
import type { EntryId, KnownMention, Mention, Official, PartialDate } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { officeName, officeOn } from '../../lib/reference/tenures';
import { readBundledPack } from '../../scripts/seeds';

/** The researched facts and the documents lie beside the project on its developers' machines only. */
const SHARED = join(import.meta.dirname, '../../../shared');
const isHere = existsSync(join(SHARED, 'facts/entries.json'));
if (!isHere) console.log('Skipped: the checks against the seed documents need the folder that holds them.');

interface FactsEntry {
  id: string;
  kind: string;
  tier: number;
  canonical: string;
  canonicalIsSurface?: boolean;
  variants: { text: string; markAlone?: boolean }[];
  seedDocs: string[];
}
interface FactsDocument {
  id: string;
  file: string;
  asOf: PartialDate;
  articles: { id: string; segments: [number, number][] }[];
}
interface FactsOfficial {
  id: string;
  name: string;
  document: string;
  article: string;
  asOf: PartialDate;
  office: string;
  body: string | null;
  change: string | null;
}
interface Case {
  id: string;
  entryIds?: string[];
  officialIds?: string[];
  positive: { surface: string; text: string };
  negative: { surface: string; text: string };
}

function facts<T>(name: string): T[] {
  return isHere ? (JSON.parse(readFileSync(join(SHARED, name), 'utf8')) as T[]) : [];
}

/** 张鹏 of item 3 and of item 6 are two entries: that they are one person is an inference. */
function personOf(id: string): string {
  return id.startsWith('zhang-peng') ? id : id.replace(/-\d{3}-a\d+$/, '');
}

/** Occurrences that are not the entry, with the reason. */
const NOT_THE_ENTRY: readonly { readonly surface: string; readonly inside: RegExp; readonly why: string }[] = [
  { surface: '党组', inside: /党组织/, why: 'another word' },
  { surface: '市政协', inside: /[全我]市政协/, why: '全市 and 我市 end there' },
  { surface: '中央', inside: /部分中央驻晋/, why: 'any central body' },
];
/** The city of 004 is not named: what points to it cannot be resolved. */
const UNRESOLVED_IN_004 = new Set(['市委', '市政府', '我市']);

const lexicon = buildLexicon([readBundledPack()]);
const documents = facts<FactsDocument>('facts/documents.json');
const entries = facts<FactsEntry>('facts/entries.json');
const officials = facts<FactsOfficial>('facts/officials.json');

function read(document: FactsDocument): { text: string; mentions: readonly KnownMention[] } {
  const text = readFileSync(join(SHARED, 'seeds', document.file), 'utf8');
  return { text, mentions: knownIn(text, document.asOf) };
}

/** The facts tell of the reference only. */
function knownIn(text: string, date: PartialDate | null): KnownMention[] {
  const { mentions } = detect(text, lexicon, { date, place: null });
  return mentions.filter((each: Mention) => each.status === 'known');
}

function* occurrences(text: string, surface: string): Generator<number> {
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + surface.length)) yield at;
}

describe.skipIf(!isHere).each(documents)('seed document $id', (document) => {
  const { text, mentions } = isHere ? read(document) : { text: '', mentions: [] };
  const covering = (start: number, end: number) => mentions.find((each) => each.start <= start && end <= each.end);

  test('every formulation, programme, meeting, institution and document is marked in place, or inside a longer one', () => {
    const missed: string[] = [];
    const kinds = new Set(['formulation', 'programme', 'meeting', 'institution', 'document']);
    for (const entry of entries.filter((each) => kinds.has(each.kind) && each.seedDocs.includes(document.id))) {
      const variants = entry.variants.filter((variant) => variant.markAlone !== false).map((variant) => variant.text);
      for (const surface of entry.canonicalIsSurface === false ? variants : [entry.canonical, ...variants]) {
        if (document.id === '004' && UNRESOLVED_IN_004.has(surface)) continue;
        for (const at of occurrences(text, surface)) {
          const around = text.slice(at - 4, at + surface.length + 4);
          if (NOT_THE_ENTRY.some((rule) => rule.surface === surface && rule.inside.test(around))) continue;
          if (covering(at, at + surface.length) === undefined) missed.push(`${surface} at ${at}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  test('every mention of an official is marked in place, as that person', () => {
    const missed: string[] = [];
    for (const official of officials.filter((each) => each.document === document.file)) {
      const article = document.articles.find((each) => each.id === official.article)!;
      for (const at of occurrences(text, official.name)) {
        const codePoint = [...text.slice(0, at)].length;
        // Headlines stand just before the segment of their article.
        if (!article.segments.some(([start, end]) => codePoint >= start - 40 && codePoint < end)) continue;
        const mention = covering(at, at + official.name.length);
        const isPerson = mention?.kind === 'official' && mention.entryId === personOf(official.id);
        // A name inside a longer formulation (习近平…思想) is not a mention of the person.
        const isInFormulation = mention !== undefined && mention.kind !== 'official' && mention.end - mention.start > 3;
        if (!isPerson && !isInFormulation) missed.push(`${official.name} at ${at}: ${mention?.entryId ?? 'unmarked'}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('every entry said to stand in an article is found there', () => {
    const missing: string[] = [];
    for (const { id, segments } of document.articles) {
      const units = segments.map((segment) => segment.map((at) => [...text].slice(0, at).join('').length));
      const inside = mentions.filter(({ start }) => units.some(([from, to]) => start >= from! - 40 && start < to!));
      const found = new Set(inside.flatMap(({ entryId, parts, alternatives }) => [entryId, ...parts, ...alternatives]));
      for (const entry of [...found].map((each) => lexicon.entries.get(each)!)) {
        if (entry.kind !== 'official') for (const part of entry.parts) found.add(part);
      }
      const article = units.map(([from, to]) => text.slice(Math.max(0, from! - 40), to)).join('\n');
      for (const entry of lexicon.entries.values()) {
        if (!entry.attestations.some(({ article: at }) => at === id) || found.has(entry.id)) continue;
        const standing = entry.forms.filter((form) => article.includes(form.text));
        const forms = standing.length > 0 ? standing : entry.forms;
        if (forms.some(({ when }) => when?.marked !== false)) missing.push(`${id}: ${entry.id}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('no reporter is taken for an official', () => {
    const bylines = facts<{ name: string; document: string; offset: number }>('facts/bylines.json');
    for (const { name, offset } of bylines.filter((each) => each.document === document.file)) {
      const start = [...text].slice(0, offset).join('').length;
      expect(text.slice(start, start + name.length)).toBe(name);
      expect(
        mentions.filter((each) => each.kind === 'official' && each.start < start + name.length && start < each.end),
      ).toEqual([]);
    }
  });
});

describe.skipIf(!isHere)('offices', () => {
  test.each(officials.map((official): [string, FactsOfficial] => [official.id, official]))('%s', (_, official) => {
    const person = lexicon.entries.get(personOf(official.id) as EntryId) as Official;
    const answer = officeOn(person, official.asOf);
    expect(answer.is).toBe(official.change === 'resigned' ? 'ends' : 'attested');
    expect(officeName(answer)).toBe((official.body ?? '') + official.office);
  });

  test('the party secretary of 2022 and that of 2023 are two persons, and 冯晓雷 is not called mayor', () => {
    const secretaries = officials.filter((each) => /^(山西)?省委书记$/.test(each.office));
    expect(new Set(secretaries.map((each) => each.name)).size).toBe(2);
    const feng = lexicon.entries.get('feng-xiaolei' as EntryId) as Official;
    expect(feng.tenures.map((tenure) => tenure.office).join()).not.toContain('市长');
  });
});

describe.skipIf(!isHere)('tricky cases', () => {
  const cases = facts<Case>('cases/tricky-cases.json');
  test.each(cases.map((each): [string, Case] => [`${each.id} ${each.positive.surface}`, each]))(
    '%s',
    (_, { entryIds = [], officialIds = [], positive, negative }) => {
      const ids = [...entryIds, ...officialIds.map(personOf)];
      const find = (text: string) => knownIn(text, null);
      if (ids.length > 0) {
        const bare = positive.surface.replace(/^["“]|["”]$/g, '');
        const start = positive.text.indexOf(bare);
        const covering = find(positive.text).filter((each) => each.start <= start && start + bare.length <= each.end);
        expect(
          covering.some(
            (each) =>
              ids.includes(each.entryId) ||
              each.parts.some((part) => ids.includes(part)) ||
              each.end - each.start > bare.length,
          ),
        ).toBe(true);
      }
      expect(find(negative.text).filter((each) => ids.includes(each.entryId))).toEqual([]);
      // The persons of negative sentences are invented.
      expect(find(negative.text).filter((each) => each.kind === 'official')).toEqual([]);
    },
  );
});
