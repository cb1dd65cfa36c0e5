import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../scripts/seeds';
import type { Entry } from '../lib/model';
import { fold } from '../lib/text/normalise';

const pack = readBundledPack();
const HAN = /\p{Script=Han}/u;
/** Words that praise, rank or guess; cards state. Quoted wording of documents is not meant. */
const LOADED =
  /首次提出|伟大|英明|重大胜利|著名|臭名|所谓|落马|势力|派系|historic victory|so-called|notorious|brilliant/;

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

describe.each(pack.entries.map((entry): [string, Entry] => [entry.id, entry]))('%s', (_, entry) => {
  test('stands as a record should', () => {
    expect(entry.names.zh).toMatch(HAN);
    expect(entry.names.pinyin).not.toMatch(HAN);
    expect(entry.attestations.length + entry.sources.length).toBeGreaterThan(0);
    expect(new Set(entry.attestations.map(({ article }) => article)).size).toBe(entry.attestations.length);
    const forms = entry.forms.map((form) => fold(form.text));
    expect(forms.every((form) => form.length >= 2)).toBe(true);
    if (entry.names.en !== null) expect(entry.names.en.text).not.toMatch(HAN);
    if (entry.kind === 'official') {
      for (const tenure of entry.tenures) expect(tenure.attested.length).toBeGreaterThan(0);
      return;
    }
    expect(entry.gloss.zh).toMatch(HAN);
    expect(entry.gloss.en).toMatch(/[A-Za-z]/);
    expect(`${entry.gloss.zh} ${entry.gloss.en}`).not.toMatch(LOADED);
    // What was not found is not filled in.
    if (entry.members?.status === 'unknown') expect(entry.members.items).toEqual([]);
    if (entry.members !== null && entry.members.status !== 'unknown')
      expect(entry.members.items.length).toBeGreaterThan(0);
    if (entry.first?.date === null && entry.first.status !== 'unknown') expect(entry.first.note).not.toBeNull();
  });
});

test('every source is dated, checked and used', () => {
  const used = new Set(pack.entries.flatMap((entry) => [...entry.sources, entry.names.enLong?.source]));
  for (const source of pack.sources) {
    expect(source.accessed <= pack.asOf, source.id).toBe(true);
    expect(used.has(source.id), `${source.id} supports nothing`).toBe(true);
  }
});

test('lists that no public text gives stay unknown', () => {
  const unknown = ['san-wu-san-ke', 'wu-zhong-linian', 'liang-ge-gaoyu', 'shi-ge-bixu', 'wu-ge-juebu-yunxu'];
  for (const id of unknown) {
    const entry = pack.entries.find((each) => each.id === id);
    expect(entry, id).toMatchObject({ members: { items: [], status: 'unknown' } });
  }
});

test('persons carry name, office, term and source, nothing else', () => {
  const persons = pack.entries.filter((entry) => entry.kind === 'official');
  expect(persons.length).toBeGreaterThan(30);
  const fields = new Set(persons.flatMap((person) => Object.keys(person)));
  expect([...fields].sort()).toEqual(
    [
      'attestations',
      'caution',
      'forms',
      'id',
      'kind',
      'marked',
      'names',
      'reach',
      'scope',
      'sources',
      'tenures',
      'tier',
    ].sort(),
  );
  for (const person of persons)
    expect(strings(person).join(' ')).not.toMatch(/出生|籍贯|毕业|夫人|照片|born|wife|husband/i);
});

test('the records are written in one way', () => {
  const text = readFileSync(new URL('sources.json', import.meta.url), 'utf8');
  const ids = (JSON.parse(text) as { id: string }[]).map((source) => source.id);
  expect(ids).toEqual(ids.toSorted());
});
