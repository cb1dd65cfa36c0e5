import { describe, expect, test } from 'vitest';
import { failedBackup, isBackupDue, oldBackup } from './backupDue';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const last = (days: number) => ({ at: NOW - days * DAY });
const NEVER = { backupEvery: 'off', lastBackup: null, backupPutOff: null } as const;

describe('a backup by itself', () => {
  test.each([
    ['off', null, false],
    ['daily', null, true],
    ['daily', last(0.9), false],
    ['daily', last(1), true],
    ['weekly', last(6), false],
    ['weekly', last(7), true],
    // The clock was wrong when the last one was made.
    ['weekly', last(-3), true],
  ] as const)('%s, the last %j: %s', (backupEvery, lastBackup, isDue) => {
    expect(isBackupDue({ ...NEVER, backupEvery, lastBackup }, NOW)).toBe(isDue);
  });
});

describe('a reminder', () => {
  test.each([
    ['few notes', NEVER, 19, null],
    ['none was ever made', NEVER, 20, { days: null }],
    ['the last is old', { ...NEVER, lastBackup: last(15) }, 20, { days: 15 }],
    ['the last is fresh', { ...NEVER, lastBackup: last(3) }, 20, null],
    ['put off', { ...NEVER, backupPutOff: NOW - DAY }, 20, null],
    ['put off long ago', { ...NEVER, backupPutOff: NOW - 8 * DAY }, 20, { days: null }],
  ] as const)('%s', (_, backups, notes, told) => {
    expect(oldBackup(backups, notes, NOW)).toEqual(told);
  });
});

describe('that one failed is told', () => {
  const failing = { ...NEVER, backupEvery: 'daily', backupFailure: { why: 'gone' } } as const;
  test.each([
    ['with its reason', failing, 'gone'],
    ['not when none failed', { ...failing, backupFailure: null }, null],
    ['not when none is made by itself', { ...failing, backupEvery: 'off' }, null],
    ['not when it was put off', { ...failing, backupPutOff: NOW - DAY }, null],
    ['when it was put off long ago', { ...failing, backupPutOff: NOW - 8 * DAY }, 'gone'],
  ] as const)('%s', (_, backups, told) => {
    expect(failedBackup(backups, NOW)).toBe(told);
  });
});
