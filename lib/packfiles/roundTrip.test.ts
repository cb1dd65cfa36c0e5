import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../model';
import { formFault, packEntry, readAgain, writtenEntry, type PackEntry } from '../packs/packEntry';
import { writeCsv } from './csvPack';
import { writeJson } from './jsonPack';
import { openPack } from './openPack';
import type { PackContent } from './opened';
import { openPatch, writePatch } from './patch';
import { writeYomitan } from './yomitan';

const bytesOf = (chunks: Iterable<string>) => new TextEncoder().encode([...chunks].join(''));

const letters = fc.constantFrom(...'六稳两个确立链长制三无可办事区县市委书记人民日报ABc，；|“”"=+@-\n1２𠮷 ');
const text = (most: number) => fc.array(letters, { maxLength: most }).map((each) => each.join('').trim());
const word = text(8).filter((each) => each !== '' && formFault(each) === null);
const date = fc.constantFrom(null, '2023', '2023-05', '2023-05-25');
const shown = fc.constantFrom('2022', '2022-06', '2022-06-01');
const region = fc.constantFrom(null, { province: '山西省', city: null }, { province: '山西省', city: '晋中市' });
const bilingual = fc.record({ zh: text(12), en: text(12) });
const entry: fc.Arbitrary<PackEntry> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9六稳][a-z0-9六稳._:-]{0,12}$/),
    kind: fc.constantFrom(...KINDS),
    name: word,
    traditional: text(4),
    pinyin: text(6),
    english: text(10),
    englishBy: fc.constantFrom('official', 'usual', 'ours', 'pack'),
    forms: fc.array(
      fc.oneof(word, fc.record({ text: word, quotedOnly: fc.boolean(), notBefore: fc.array(word, { maxLength: 2 }) })),
      { maxLength: 3 },
    ),
    gloss: bilingual,
    members: fc.array(fc.oneof(text(8), bilingual), { maxLength: 3 }),
    membersComplete: fc.boolean(),
    offices: fc.array(
      fc.record({ office: word, body: text(4), region, from: date, to: date, seen: fc.array(shown, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    alone: fc.boolean(),
    from: date,
    to: date,
    region,
    sources: fc.array(
      fc.record({ title: word, publisher: text(5), date, url: text(6), authors: text(4), page: text(2) }),
      { maxLength: 2 },
    ),
  })
  .map((record) => v.parse(packEntry, record));
const pack: fc.Arbitrary<PackContent> = fc.record({
  id: fc.constant('example'),
  version: fc.constantFrom('1', '2.0'),
  title: fc.constant({ zh: '示例', en: 'Example' }),
  licence: fc.constantFrom('', 'CC0-1.0'),
  changes: fc.constantFrom([], [{ version: '1', date: '2026-01-02' as never, zh: '初版', en: 'First' }]),
  entries: fc.uniqueArray(entry, { maxLength: 6, selector: ({ id }) => id }),
});

/** A file read to its end. */
function read(bytes: Uint8Array, name = 'example.csv') {
  const opened = openPack(name, bytes);
  if (opened.is === 'refused') throw new Error(`${opened.why} ${opened.what}`);
  const rows = [...opened.rows];
  return {
    head: opened.head,
    entries: rows.flatMap((row) => (row.is === 'entry' ? [row.entry] : [])),
    problems: rows.flatMap((row) => (row.is === 'problem' ? [row.problem] : [])),
    opened,
  };
}

describe('what was written is read back as it was', () => {
  test('an entry without what is usual', () => {
    fc.assert(
      fc.property(entry, (one) => {
        expect(v.parse(packEntry, writtenEntry(one))).toEqual(one);
        expect(readAgain(writtenEntry(one))).toEqual(one);
      }),
    );
  });
  test('JSON', () => {
    fc.assert(
      fc.property(pack, (one) => {
        const { head, entries, problems } = read(bytesOf(writeJson(one)));
        expect(problems).toEqual([]);
        expect({ ...head, entries }).toEqual(one);
      }),
    );
  });
  test('CSV', () => {
    fc.assert(
      fc.property(pack, ({ entries: wanted }) => {
        fc.pre(wanted.length > 0);
        const { entries, problems } = read(bytesOf(writeCsv(wanted)));
        expect(problems).toEqual([]);
        expect(entries).toEqual(wanted);
      }),
    );
  });
  test('Yomitan', () => {
    fc.assert(
      fc.property(pack, (one) => {
        const { head, entries, problems } = read(writeYomitan(one));
        expect(problems).toEqual([]);
        expect({ ...head, entries }).toEqual(one);
      }),
    );
  });
  test('a patch', () => {
    const correction = {
      id: 'liu-wen',
      hidden: false,
      fields: { gloss: { zh: '改', en: 'changed', status: 'given' } },
      was: { gloss: { zh: '原', en: 'old', status: 'defined' } },
      updatedAt: 5,
      deletedAt: null,
    } as never;
    const exception = {
      id: 'e-1',
      site: 'www.gov.cn',
      form: '六稳',
      entryId: 'liu-wen',
      createdAt: 1,
      deletedAt: null,
    } as never;
    expect(openPatch(writePatch([correction], [exception]))).toEqual({
      is: 'patch',
      corrections: [correction],
      exceptions: [exception],
    });
  });
});

test('what is written is valid by the schema that is published', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/pack.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  fc.assert(
    fc.property(pack, (one) => {
      const isValid = validate(JSON.parse([...writeJson(one)].join('')));
      expect(isValid, JSON.stringify(validate.errors)).toBe(true);
    }),
  );
  expect(validate({ pangzhu: 'pack', schema: 2, id: 'a', version: '1', title: '甲', entries: [] })).toBe(false);
  expect(validate({ pangzhu: 'pack', schema: 1, id: 'a', version: '1', title: '甲', entries: [{ id: 'b' }] })).toBe(
    false,
  );
});

const folder = join(process.env.PANGZHU_ORACLES ?? join(import.meta.dirname, '../../../shared/oracles'), 'yomitan');
describe.skipIf(!existsSync(folder))('against the schemas of Yomitan', () => {
  const validatorOf = (name: string) =>
    new Ajv({ strict: false, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(join(folder, `dictionary-${name}-schema.json`), 'utf8')) as object,
    );
  test('every file of what is written is valid', () => {
    const [index, tags, terms] = ['index', 'tag-bank-v3', 'term-bank-v3'].map(validatorOf);
    fc.assert(
      fc.property(pack, (one) => {
        for (const [name, bytes] of Object.entries(unzipSync(writeYomitan(one)))) {
          const validate = name === 'index.json' ? index! : name.startsWith('tag') ? tags! : terms!;
          if (name === 'pangzhu-pack.json') continue;
          expect(validate(JSON.parse(strFromU8(bytes))), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
  test('the sample dictionary is read', () => {
    const { head, entries } = read(readFileSync(join(folder, 'samples/sample-dictionary.zip')));
    expect(head.title.zh).not.toBe('');
    expect(entries.length).toBeGreaterThan(0);
  });
});
