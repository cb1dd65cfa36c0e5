/** What rows of own entries and corrections look like in files: anybody may have written them. */
import * as v from 'valibot';
import type { Correction } from './own';
import { entryId, packEntry } from './packEntry';

const time = v.pipe(v.number(), v.safeInteger());
const deletedAt = v.nullable(time);
/** A row as a backup has it. */
export const ownEntryRow = v.pipe(
  v.strictObject({ id: entryId, entry: packEntry, createdAt: time, updatedAt: time, deletedAt }),
  v.check(({ id, entry }) => id === entry.id),
);

const text = v.pipe(v.string(), v.maxLength(20_000));
const both = { zh: text, en: text };
const status = v.picklist(['attested', 'defined', 'general', 'unknown', 'given']);
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/));
const fields = v.partial(
  v.strictObject({
    names: v.strictObject({
      zh: text,
      traditional: v.nullable(text),
      pinyin: text,
      en: v.nullable(v.strictObject({ text, by: v.picklist(['official', 'usual', 'ours', 'pack']) })),
      enLong: v.nullable(v.strictObject({ text, source: text })),
    }),
    gloss: v.strictObject({ ...both, status }),
    members: v.nullable(v.strictObject({ items: v.array(v.strictObject(both)), complete: v.boolean(), status })),
    tenures: v.array(
      v.strictObject({
        office: text,
        body: v.nullable(text),
        en: text,
        organisation: v.nullable(text),
        region: v.nullable(v.strictObject({ province: text, city: v.nullable(text) })),
        attested: v.array(v.strictObject({ date, article: text })),
        from: v.nullable(date),
        to: v.nullable(date),
        change: v.nullable(v.picklist(['resigned', 'co-opted'])),
        before: v.nullable(v.strictObject({ office: text, en: text })),
        note: v.nullable(v.strictObject(both)),
      }),
    ),
  }),
);
export const correctionRow = v.pipe(
  v.strictObject({ id: entryId, hidden: v.boolean(), fields, was: fields, updatedAt: time, deletedAt }),
  v.transform((row) => row as unknown as Correction),
);
