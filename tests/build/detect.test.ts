import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, '.output/detect/detect.mjs');
const TEXT = '山西省委书记林武在太原强调“两个确立”。';

function detect(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], { input, encoding: 'utf8' });
  const lines = stdout.split('\n').filter(Boolean);
  return { stdout, stderr, status, lines, json: () => lines.map((line) => JSON.parse(line) as Line) };
}
interface Line {
  id?: unknown;
  file?: string;
  line?: number;
  error?: string;
  mentions?: { start: number; end: number; surface: string; entryId: string; office: string | null }[];
}
const record = (id: number, more: object = {}) => JSON.stringify({ id, text: TEXT, date: '2022-05-13', ...more });

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/detect.mjs'), '--help'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
});

describe('one text', () => {
  test('as an array, with the office on the day', () => {
    const { stdout, status } = detect(['-', '--json', '--date', '2022-05-13'], TEXT);
    const mentions = JSON.parse(stdout) as NonNullable<Line['mentions']>;
    expect(mentions.find(({ entryId }) => entryId === 'lin-wu')).toMatchObject({ surface: '林武', office: '省委书记' });
    for (const { start, end, surface } of mentions) expect(TEXT.slice(start, end)).toBe(surface);
    expect(status).toBe(0);
  });

  test.each([
    [['-', '--date', '2022-13-01'], /2022-13-01 is not a date/],
    [['-', '--place', '某地'], /某地 is not a province/],
    [['-', '--colour'], /--colour/],
    [['-', '--pack', join(ROOT, 'package.json')], /package\.json is not a pack/],
    [['--ndjson', '--jobs', '0'], /--jobs takes a whole number/],
  ])('%s is refused in a sentence', (args, sentence) => {
    const { stderr, status } = detect(args, TEXT);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });

  test('an impossible file is told, nothing on standard output', () => {
    const { stdout, stderr, status } = detect(['/no/such/file.txt']);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toMatch(/no such file/);
  });
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pangzhu-detect-'));
  const names = Array.from({ length: 40 }, (_, index) => `a${String(index).padStart(2, '0')}.txt`);
  beforeAll(() => {
    for (const name of names) writeFileSync(join(folder, name), TEXT);
    writeFileSync(join(folder, 'b-gb18030.txt'), iconv.encode(TEXT, 'gb18030'));
    writeFileSync(join(folder, 'c-binary.bin'), Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]));
    writeFileSync(join(folder, 'd-torn.txt'), Buffer.from([0xe5, 0xb1, 0xff, 0xff, 0x81]));
    writeFileSync(join(folder, 'e-utf16.txt'), `\ufeff${TEXT}`, 'utf16le');
    writeFileSync(join(folder, '.hidden'), TEXT);
  });

  test.each([['1'], ['3']])('one line a file in order with %s workers; what is no text is told and skipped', (jobs) => {
    const { json, stderr, status } = detect([folder, '--jobs', jobs, '--date', '2022-05-13']);
    const lines = json();
    expect(lines.map(({ file }) => file!.slice(folder.length + 1))).toEqual([
      ...names,
      'b-gb18030.txt',
      'c-binary.bin',
      'd-torn.txt',
      'e-utf16.txt',
    ]);
    const failed = lines.filter(({ error }) => error !== undefined);
    expect(failed.map(({ file }) => file!.slice(folder.length + 1))).toEqual(['c-binary.bin', 'd-torn.txt']);
    const surfaces = lines.flatMap(({ mentions }) => (mentions ? [mentions.map(({ surface }) => surface).join()] : []));
    expect(new Set(surfaces).size).toBe(1);
    expect(stderr).toMatch(/44 files, \d+ mentions, 2 not read/);
    expect(status).toBe(1);
  });
});

describe('records', () => {
  test.each([['1'], ['2']])('come back in their order with %s workers, a bad one as one line', (jobs) => {
    const input = Array.from({ length: 500 }, (_, id) => {
      if (id === 7) return '{"id": 7, "text": ';
      if (id === 8) return record(8, { date: 'yesterday' });
      if (id === 9) return '[1]';
      return record(id);
    }).join('\n');
    const { json, status } = detect(['--ndjson', '--jobs', jobs], `\ufeff${input}\n\n`);
    const lines = json();
    expect(lines).toHaveLength(500);
    expect(lines[7]).toMatchObject({ id: null, line: 8 });
    expect(lines[8]).toMatchObject({ id: 8, line: 9, error: expect.stringMatching(/yesterday is not a date/) });
    expect(lines[9]).toMatchObject({ id: null, line: 10 });
    expect(lines.filter(({ error }) => error === undefined).map(({ id }) => id)).toEqual(
      Array.from({ length: 500 }, (_, id) => id).filter((id) => id < 7 || id > 9),
    );
    expect(status).toBe(0);
  });

  test('a record says its own place and day', () => {
    const text = '省委书记林武作讲话。';
    const { json } = detect(
      ['--ndjson', '--date', '2022-05-13'],
      [
        { id: 1, text },
        { id: 2, text, place: '江苏' },
        { id: 3, text, date: '2022-12-01' },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n'),
    );
    const person = json().map(({ mentions }) => mentions!.find(({ entryId }) => entryId === 'lin-wu'));
    expect(person.map((each) => each?.office)).toEqual(['省委书记', undefined, '省委书记']);
  });

  test('a reader that has had enough ends it quietly', () => {
    const input = Array.from({ length: 20_000 }, (_, id) => record(id)).join('\n');
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', `"$0" "${PROGRAM}" --ndjson | head -n 1`, process.execPath],
      {
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect([stderr, status]).toEqual(['', 0]);
  });
});
