import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { failing, failureOf, StoreFailure } from './failure';

const QUOTA = new DOMException('no room', 'QuotaExceededError');

test.each([
  ['a full disk', QUOTA, 'full'],
  ['a transaction aborted by a full disk', new Dexie.AbortError('aborted', QUOTA), 'full'],
  ['a bulk write of which one found no room', new Dexie.BulkError('bulk', [new Error('else'), QUOTA]), 'full'],
  ['a newer database', new DOMException('', 'VersionError'), 'newer'],
  ['a closed database', new Dexie.DatabaseClosedError('closed'), 'failed'],
  ['nothing known', 'words', 'failed'],
  ['what is known already', new StoreFailure('blocked'), 'blocked'],
])('%s', (_, error, reason) => {
  expect(failureOf(error).reason).toBe(reason);
});

test('what goes well is left alone', async () => {
  expect(await failing(async () => 1)).toBe(1);
});
