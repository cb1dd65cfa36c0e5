/** Our own format: docs/packs.md says what stands in it, docs/pack.schema.json is its schema. */
import * as v from 'valibot';
import { isRecord } from '../export/json';
import type { Day } from '../model';
import { ID, writtenEntry } from '../packs/packEntry';
import { refused, rowOf, withoutTwice, type OpenedPack, type PackContent, type PackHead, type Refused } from './opened';

/** Raised when an older reader would misread what a newer one writes. */
const SCHEMA = 1;
const DEEPEST = 32;

const text = (length: number) => v.pipe(v.string(), v.trim(), v.maxLength(length));
const both = v.pipe(
  v.union([text(500), v.strictObject({ zh: text(500), en: text(500) })]),
  v.transform((given) => (typeof given === 'string' ? { zh: given, en: given } : given)),
);
const packHead = v.object({
  id: v.pipe(v.string(), v.maxLength(120), v.regex(ID)),
  version: v.pipe(text(60), v.nonEmpty()),
  title: v.pipe(
    both,
    v.check(({ zh, en }) => zh !== '' && en !== ''),
  ),
  licence: v.optional(text(500), ''),
  changes: v.optional(
    v.array(
      v.strictObject({
        version: text(60),
        date: v.pipe(
          v.string(),
          v.regex(/^\d{4}-\d{2}-\d{2}$/),
          v.transform((day) => day as Day),
        ),
        zh: text(2_000),
        en: text(2_000),
      }),
    ),
    [],
  ),
});

export function* writeJson(pack: PackContent): Generator<string> {
  const { id, version, title, licence, changes } = pack;
  const head = JSON.stringify({ pangzhu: 'pack', schema: SCHEMA, id, version, title, licence, changes });
  yield `${head.slice(0, -1)},"entries":[`;
  let separator = '\n';
  for (const entry of pack.entries) {
    yield separator + JSON.stringify(writtenEntry(entry));
    separator = ',\n';
  }
  yield '\n]}\n';
}

export function openJson(written: string): OpenedPack | Refused {
  let value: unknown;
  try {
    value = JSON.parse(written.replace(/^\ufeff/, ''));
  } catch {
    return refused('not-json');
  }
  return openValue(value);
}

function openValue(value: unknown): OpenedPack | Refused {
  if (!isRecord(value) || value.pangzhu !== 'pack') return refused('not-a-pack');
  if (typeof value.schema === 'number' && value.schema > SCHEMA) return refused('newer', String(value.schema));
  if (value.schema !== SCHEMA) return refused('not-a-pack');
  const head = v.safeParse(packHead, value);
  if (!head.success) return refused('head', v.getDotPath(head.issues[0]) ?? '');
  const { entries } = value;
  if (!Array.isArray(entries)) return refused('head', 'entries');
  return {
    is: 'opened',
    format: 'json',
    head: head.output satisfies PackHead,
    total: entries.length,
    rows: withoutTwice(rowsOf(entries), 1),
    wasGb18030: false,
  };
}

function* rowsOf(entries: readonly unknown[]) {
  for (const [at, record] of entries.entries()) {
    yield isDeep(record, 0)
      ? ({ is: 'problem', problem: { row: at + 1, why: 'invalid', what: '' } } as const)
      : rowOf(record, at + 1);
  }
}

/** What nests without end fills the stack of whoever walks it. */
function isDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth > DEEPEST || Object.values(value).some((each) => isDeep(each, depth + 1));
}
